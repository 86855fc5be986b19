// declarations that the examples of the README and of docblocks use
declare const host: import('@haiilo-kit/core').HaiiloHost
declare const token: string
declare const error: import('@haiilo-kit/core').HaiiloError
declare const form: HTMLFormElement
declare const response: import('node:http').ServerResponse
declare const trust: readonly import('@haiilo-kit/core').TrustRule[]
declare function render(selection: unknown): void
declare function translate(code: string): string
