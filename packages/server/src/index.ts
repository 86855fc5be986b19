export { BackendError, backendErrors, isBackendError, type BackendErrorCode } from './errors.js'
export type { CorsOptions } from './http/cors.js'
export { requireHaiiloUser, type Authenticator, type RequireUserOptions } from './http/require-haiilo-user.js'
export type {
  HaiiloStore,
  Installation,
  InstallationRecord,
  Instance,
  InstanceRecord,
  Lease,
  StoreChange,
} from './store/haiilo-store.js'
export { memoryStore, type MemoryStoreOptions } from './store/memory-store.js'
export { postgresStore, type PostgresStoreOptions } from './store/postgres-store.js'
export { sqliteStore } from './store/sqlite-store.js'
export type { HaiiloUser } from './token/haiilo-user.js'
export type { PluginTokenOptions, VerifyPluginTokenOptions } from './token/plugin-token-verifier.js'
export { verifyPluginToken } from './token/verify-plugin-token.js'
