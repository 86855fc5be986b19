// what the examples of the README take as known
declare const host: import('@haiilo-kit/core').HaiiloHost
declare const token: string
declare function render(selection: unknown): void
declare function translate(code: string): string
