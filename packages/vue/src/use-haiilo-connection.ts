import { providedHost } from './provided-host.js'
import type { RegisteredHost } from './register.js'

/**
 * The host itself, as `createHaiiloHost` made it: for what takes a host, and for tests. Takes plain data only, no reactive state.
 *
 * @throws {HaiiloError} `ERR_PROVIDER_MISSING`
 */
export function useHaiiloConnection(): RegisteredHost {
  // a cast: the app says in HaiiloRegister which host it provides, and nothing at run time could check that
  return providedHost() as RegisteredHost
}
