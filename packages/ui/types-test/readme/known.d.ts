// what the examples of the README take as known
declare const host: import('@haiilo-kit/core').HaiiloHost
declare const fields: readonly import('@haiilo-kit/manifest').ConfigField[]
declare const LunchMenu: import('vue').Component
declare function isTitleFree(title: unknown, signal: AbortSignal): Promise<boolean>
