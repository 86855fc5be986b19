import { providerMissing } from '@haiilo-kit/core/binding'
import { useContext } from 'react'
import { ProvidedHostContext } from './provided-host-context.js'
import type { ProvidedHost } from './provided-host-context.js'

/**
 * Returns the host of the nearest provider.
 *
 * @throws {HaiiloError} `ERR_PROVIDER_MISSING`
 */
export function useProvidedHost(): ProvidedHost {
  const provided = useContext(ProvidedHostContext)
  if (provided) return provided
  throw providerMissing('Put <HaiiloHostProvider host={host}> around your app.')
}
