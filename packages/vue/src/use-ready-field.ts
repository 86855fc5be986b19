import type { ReadySnapshot } from '@haiilo-kit/core'
import { hostNotReady } from '@haiilo-kit/core/binding'
import type { ShallowRef } from 'vue'
import type { RegisteredConfig } from './register.js'
import { useHaiiloHost } from './use-haiilo-host.js'

/** A field of a ready host. Whoever asks for it of a host that is not ready gets the error: now, or when it is read. */
export function useReadyField<Field extends 'context' | 'config'>(
  field: Field,
): Readonly<ShallowRef<ReadySnapshot<RegisteredConfig>[Field]>> {
  const value = useHaiiloHost((state) => {
    if (state.status === 'ready') return state[field]
    throw hostNotReady(`The ${field}`, 'Put <HaiiloHostBoundary> around this component.')
  })
  read(value)
  return value
}

function read({ value }: Readonly<ShallowRef>): unknown {
  return value
}
