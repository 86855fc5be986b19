// names that the examples of the README use without a declaration
declare const host: import('@haiilo-kit/core').HaiiloHost
declare const fields: import('@haiilo-kit/manifest').ConfigSchema
declare const Lunch: import('vue').Component
declare const LunchMenu: import('vue').Component
declare function isTitleFree(title: unknown, signal: AbortSignal): Promise<boolean>
