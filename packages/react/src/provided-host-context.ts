import type { HaiiloHost } from '@haiilo-kit/core'
import { createContext } from 'react'
import type { Context } from 'react'

/** The value of {@link ProvidedHostContext}. */
export interface ProvidedHost {
  readonly host: HaiiloHost<unknown>
  /** Whether the provider created the host itself, while rendering. */
  readonly own: boolean
}

/** The host of the nearest provider. */
export const ProvidedHostContext: Context<ProvidedHost | undefined> = createContext<ProvidedHost | undefined>(undefined)
