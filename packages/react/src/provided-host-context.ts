import type { HaiiloHost } from '@haiilo-kit/core'
import { createContext } from 'react'
import type { Context } from 'react'

/** What a provider hands down. */
export interface ProvidedHost {
  readonly host: HaiiloHost<unknown>
  /** Whether the provider made the host itself, while rendering. */
  readonly own: boolean
}

/** The host of the nearest provider. */
export const ProvidedHostContext: Context<ProvidedHost | undefined> = createContext<ProvidedHost | undefined>(undefined)
