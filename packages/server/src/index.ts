export type { ClientAuthentication } from './api/token-endpoint.js'
export type { HaiiloApi } from './api/haiilo-api.js'
export type { Excerpt, Message, Notification, Recipient, Translations } from './api/notification.js'
export {
  createHaiiloBackend,
  type ApiOptions,
  type HaiiloBackend,
  type HaiiloBackendOptions,
} from './backend/create-haiilo-backend.js'
export type { BackendManifest } from './backend/routes.js'
export { BackendError, backendErrors, isBackendError, type BackendErrorCode } from './errors.js'
export type { CorsOptions } from './http/cors.js'
export { requireHaiiloUser, type Authenticator, type RequireUserOptions } from './http/require-haiilo-user.js'
export { toNodeHandler, type NodeHandler } from './http/to-node-handler.js'
export type { EventName, InstallationEvent, InstanceEvent } from './lifecycle/events.js'
export { refuseInstall, type HandlerTools, type InstallRefusal, type LifecycleHandlers } from './lifecycle/handlers.js'
export type { Log, LogEntry } from './observe/log.js'
export { secretBox, type SecretBox } from './secrets/secret-box.js'
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
