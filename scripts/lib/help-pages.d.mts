export const packagesWithPages: readonly string[]
export function helpPageSource(name: string, address: string | null): string
