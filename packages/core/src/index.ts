export { haiiloFetch } from './backend/haiilo-fetch.js'
export { createHaiiloHost } from './connection/create-haiilo-host.js'
export type {
  HaiiloHost,
  HaiiloHostOptions,
  IgnoredReason,
  PluginView,
  RequestOptions,
  SendOptions,
  VerifiedMessage,
  WireEntry,
} from './connection/haiilo-host.js'
export {
  CONNECTING,
  type ClosedSnapshot,
  type ConnectingSnapshot,
  type FailedSnapshot,
  type HostSnapshot,
  type RawConfig,
  type ReadySnapshot,
} from './connection/host-snapshot.js'
export { describeError } from './describe-error.js'
export { observeHeight, type ObserveHeightOptions } from './frame/observe-height.js'
export {
  HaiiloError,
  TokenRejectedError,
  haiiloErrorCodes,
  isHaiiloError,
  type HaiiloErrorCode,
  type TokenRejectionCode,
} from './errors.js'
export type {
  Claims,
  ClaimsOf,
  Cloneable,
  HostSubject,
  HostSubjects,
  PayloadOf,
  PluginSubject,
  PluginSubjects,
} from './protocol/subjects.js'
export type { SaveAnswer, SaveHandler, SaveRequest } from './save/respond-to-save.js'
export { onSave, type SaveOptions } from './save/on-save.js'
export type { Algorithm } from './token/algorithm.js'
export type { HostContext } from './token/context.js'
export { haiiloTrust, type HaiiloTrustOptions } from './token/haiilo-trust.js'
export type { TrustRule } from './token/trust.js'
export { memoryTransport, type MemoryHostEnd, type MemoryTransport } from './transport/memory-transport.js'
export type { EarlyHandshake, HostTransport, IncomingMessage, TransportReceiver } from './transport/transport.js'
export { windowTransport } from './transport/window-transport.js'
