// what the examples of the README and of docblocks take as known
declare const manifest: typeof import('../lunch/lunch.js').manifest
declare const readFile: typeof import('node:fs/promises').readFile
declare const defineConfig: typeof import('vite').defineConfig
declare const fields: typeof import('../lunch/lunch.js').fields
declare function useHaiiloContext(): import('@haiilo-kit/manifest').InferContext<typeof manifest>
declare const createHaiiloHost: typeof import('@haiilo-kit/core').createHaiiloHost
