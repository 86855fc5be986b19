import { providedHost } from './provided-host.js'
import type { RegisteredHost } from './register.js'

/**
 * Returns the host itself, as `createHaiiloHost` created it, for functions that take a host and for tests. Its commands accept plain data
 * only, no reactive state.
 *
 * @throws {HaiiloError} `ERR_PROVIDER_MISSING`
 */
export function useHaiiloConnection(): RegisteredHost {
  // a cast: the app declares the type of its host in HaiiloRegister, which cannot be checked at run time
  return providedHost() as RegisteredHost
}
