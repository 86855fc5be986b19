import type { HaiiloHost, HaiiloHostOptions } from '@haiilo-kit/core'
import { createOwnHost, reportOtherHost } from '@haiilo-kit/core/binding'
import { useEffect, useMemo, useState } from 'react'
import type { ReactElement, ReactNode } from 'react'
import { ProvidedHostContext } from './provided-host-context.js'

/** What {@link HaiiloHostProvider} takes: a host, or the options of one. */
export type HaiiloHostProviderProps = { readonly children?: ReactNode } & (
  | {
      /**
       * A host made outside rendering. It stays yours: the provider never closes it. The first one counts: give the provider another
       * `key` to change the host on purpose.
       */
      readonly host: HaiiloHost<unknown>
      readonly options?: undefined
    }
  | {
      /** Options of a host that the provider makes for itself and closes when it unmounts. Read once, at the first rendering. */
      readonly options: HaiiloHostOptions<unknown>
      readonly host?: undefined
    }
)

/**
 * Gives the hooks below it their host. If it is rendered again with another host, it keeps the first and warns with `ERR_HOST_CHANGED`.
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
    `<HaiiloHostProvider> needs host={host} or options={…}, one of them. It got ${host ? 'both' : 'neither'}.`,
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
