// names that the examples of the README use without declaring them
declare const manifest: import('@haiilo-kit/server').BackendManifest
declare const backend: import('@haiilo-kit/server').HaiiloBackend
declare const store: import('@haiilo-kit/server').HaiiloStore
declare const other: import('@haiilo-kit/server').HaiiloStore
declare const user: import('@haiilo-kit/server').HaiiloUser
declare const server: import('node:http').Server
declare const token: string
declare function deleteData(id: string, signal: AbortSignal): Promise<void>
declare const test: (name: string, run: () => Promise<void>) => void
/** The claims of the `install` events that another back end has stored. */
declare const knownInstallations: readonly { iss: string; tenantId: string; pluginId: string; iat: number }[]
