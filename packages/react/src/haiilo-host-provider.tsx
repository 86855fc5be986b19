import type { HaiiloHost, HaiiloHostOptions } from '@haiilo-kit/core'
import { createOwnHost, reportOtherHost } from '@haiilo-kit/core/binding'
import { useEffect, useMemo, useState } from 'react'
import type { ReactElement, ReactNode } from 'react'
import { ProvidedHostContext } from './provided-host-context.js'

/** The props of {@link HaiiloHostProvider}: either a host or the options of a host. */
export type HaiiloHostProviderProps = { readonly children?: ReactNode } & (
  | {
      /**
       * A host created outside rendering. You own it: the provider never closes it. The provider keeps its first host. To change the host
       * on purpose, give the provider a new `key`.
       */
      readonly host: HaiiloHost<unknown>
      readonly options?: undefined
    }
  | {
      /** The provider creates a host from these options and closes it when it unmounts. Read once, on the first render. */
      readonly options: HaiiloHostOptions<unknown>
      readonly host?: undefined
    }
)

/**
 * Provides a host to the components below it. If it is rendered again with another host, it keeps the first one and warns with
 * `ERR_HOST_CHANGED`.
 *
 * @throws {TypeError} Both `host` and `options` are given, or neither.
 * @example
 * ```tsx
 * <HaiiloHostProvider host={host}>
 *   <Lunch />
 * </HaiiloHostProvider>
 * ```
 */
export function HaiiloHostProvider({ host, options, children }: HaiiloHostProviderProps): ReactElement {
  if (host && !options) return <GivenHostProvider host={host}>{children}</GivenHostProvider>
  if (options && !host) return <OwnHostProvider options={options}>{children}</OwnHostProvider>
  throw new TypeError(
    `<HaiiloHostProvider> needs either host={host} or options={…}, but got ${host ? 'both' : 'neither'}.`,
  )
}

const FIX =
  'Call createHaiiloHost() outside of components. To change the host on purpose, give <HaiiloHostProvider> another key.'

function GivenHostProvider({ host, children }: { host: HaiiloHost<unknown>; children: ReactNode }): ReactElement {
  const [provided] = useState({ host, own: false })
  useEffect(() => reportOtherHost(provided.host, host, FIX), [provided, host])
  return <ProvidedHostContext.Provider value={provided}>{children}</ProvidedHostContext.Provider>
}

function OwnHostProvider({
  options,
  children,
}: {
  options: HaiiloHostOptions<unknown>
  children: ReactNode
}): ReactElement {
  const [{ host, mount }] = useState(() => createOwnHost(options))
  const provided = useMemo(() => ({ host, own: true }), [host])
  useEffect(mount, [mount])
  return <ProvidedHostContext.Provider value={provided}>{children}</ProvidedHostContext.Provider>
}
