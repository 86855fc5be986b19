// declarations that the examples of the README use
declare const host: import('@haiilo-kit/core').HaiiloHost
declare const token: string
declare function render(selection: unknown): void
declare function translate(code: string): string
