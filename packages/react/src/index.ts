export { HaiiloHostBoundary } from './haiilo-host-boundary.js'
export type { HaiiloHostBoundaryProps, HaiiloHostFailure } from './haiilo-host-boundary.js'
export { HaiiloHostProvider } from './haiilo-host-provider.js'
export type { HaiiloHostProviderProps } from './haiilo-host-provider.js'
export type { HaiiloHostCommands, HaiiloHostReadyState, HaiiloHostState } from './host-state.js'
export type { HaiiloRegister, RegisteredConfig, RegisteredHost } from './register.js'
export { useHaiiloConfig } from './use-haiilo-config.js'
export { useHaiiloConnection } from './use-haiilo-connection.js'
export { useHaiiloContext } from './use-haiilo-context.js'
export { useHaiiloFetch } from './use-haiilo-fetch.js'
export type { HaiiloFetch } from './use-haiilo-fetch.js'
export { useHaiiloHeight } from './use-haiilo-height.js'
export { useHaiiloHost } from './use-haiilo-host.js'
export { useHaiiloMessage } from './use-haiilo-message.js'
export { useHaiiloReady } from './use-haiilo-ready.js'
export { useHaiiloSave } from './use-haiilo-save.js'

// re-exports core, so that an app needs one import and gets one version
export {
  CONNECTING,
  createHaiiloHost,
  describeError,
  haiiloErrorCodes,
  haiiloFetch,
  haiiloTrust,
  HaiiloError,
  isHaiiloError,
  memoryTransport,
  observeHeight,
  onSave,
  TokenRejectedError,
  windowTransport,
} from '@haiilo-kit/core'
export type {
  Algorithm,
  Claims,
  ClaimsOf,
  Cloneable,
  ClosedSnapshot,
  ConnectingSnapshot,
  EarlyHandshake,
  FailedSnapshot,
  HaiiloErrorCode,
  HaiiloHost,
  HaiiloHostOptions,
  HaiiloTrustOptions,
  HostContext,
  HostSnapshot,
  HostSubject,
  HostSubjects,
  HostTransport,
  IgnoredReason,
  IncomingMessage,
  MemoryHostEnd,
  MemoryTransport,
  ObserveHeightOptions,
  PayloadOf,
  PluginSubject,
  PluginSubjects,
  PluginView,
  RawConfig,
  ReadySnapshot,
  RequestOptions,
  SaveAnswer,
  SaveHandler,
  SaveOptions,
  SaveRequest,
  SendOptions,
  TokenRejectionCode,
  TransportReceiver,
  TrustRule,
  VerifiedMessage,
  WireEntry,
} from '@haiilo-kit/core'
