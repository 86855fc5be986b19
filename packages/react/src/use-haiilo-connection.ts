import type { RegisteredHost } from './register.js'
import { useProvidedHost } from './use-provided-host.js'

/**
 * The host itself, as `createHaiiloHost` made it: for what takes a host, and for tests. Never causes a rendering.
 *
 * @throws {HaiiloError} `ERR_PROVIDER_MISSING`
 */
export function useHaiiloConnection(): RegisteredHost {
  // the one cast of this package: the app says in HaiiloRegister which host it provides, and nothing at run time could check that
  return useProvidedHost().host as RegisteredHost
}
