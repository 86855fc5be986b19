export { HaiiloHeight } from './haiilo-height.js'
export { HaiiloHostFailed } from './haiilo-host-failed.js'
export { HaiiloHostReady } from './haiilo-host-ready.js'
export type { HaiiloHostFailure, HaiiloHostReadyContext } from './haiilo-host-ready.js'
export { HaiiloHostService } from './haiilo-host-service.js'
export { haiiloTokenInterceptor } from './haiilo-token-interceptor.js'
export { injectHaiiloHost } from './inject-haiilo-host.js'
export { provideHaiiloHost } from './provide-haiilo-host.js'
export type { HaiiloRegister, RegisteredConfig, RegisteredHost } from './register.js'

// re-exports core, so that an app needs one import and gets one version
export * from '@haiilo-kit/core'
