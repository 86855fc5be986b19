export function newerNames(): string[]
