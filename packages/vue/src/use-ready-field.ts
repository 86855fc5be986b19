import type { ReadySnapshot } from '@haiilo-kit/core'
import { hostNotReady } from '@haiilo-kit/core/binding'
import type { ShallowRef } from 'vue'
import type { RegisteredConfig } from './register.js'
import { useHaiiloHost } from './use-haiilo-host.js'

/**
 * Returns a readonly ref with one field of a ready host.
 *
 * @throws {HaiiloError} `ERR_HOST_NOT_READY` if the host is not ready, now or when the value is read later; `ERR_PROVIDER_MISSING`
 */
export function useReadyField<Field extends 'context' | 'config'>(
  field: Field,
): Readonly<ShallowRef<ReadySnapshot<RegisteredConfig>[Field]>> {
  const value = useHaiiloHost((state) => {
    if (state.status === 'ready') return state[field]
    throw hostNotReady(`The ${field}`, 'Put <HaiiloHostBoundary> around this component.')
  })
  throwIfNotReady(value)
  return value
}

/** Reads the ref, which throws if the host is not ready. */
function throwIfNotReady({ value }: Readonly<ShallowRef>): unknown {
  return value
}
