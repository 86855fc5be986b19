import type { RegisteredHost } from './register.js'
import { useProvidedHost } from './use-provided-host.js'

/**
 * Returns the host itself, as `createHaiiloHost` created it, for functions that take a host and for tests. Never causes a render.
 *
 * @throws {HaiiloError} `ERR_PROVIDER_MISSING`
 */
export function useHaiiloConnection(): RegisteredHost {
  // a cast: the app declares the type of its host in HaiiloRegister, which cannot be checked at run time
  return useProvidedHost().host as RegisteredHost
}
