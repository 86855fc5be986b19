import type { HostFailure } from '@haiilo-kit/core/binding'
import type { ReactNode } from 'react'
import type { HaiiloHostState } from './host-state.js'
import { useHaiiloHost } from './use-haiilo-host.js'

/** What {@link HaiiloHostBoundary} gives to `failed`. */
export type HaiiloHostFailure = HostFailure

export interface HaiiloHostBoundaryProps {
  /** Shown while the host is ready; here `useHaiiloContext` and `useHaiiloConfig` work. */
  readonly children?: ReactNode
  /** Shown while the host has not answered, and on a server. Default: nothing. */
  readonly loading?: ReactNode | (() => ReactNode)
  /** Shown when there is no verified host. Default: the error is thrown to the nearest error boundary. */
  readonly failed?: ReactNode | ((failure: HaiiloHostFailure) => ReactNode)
}

type Shown = Pick<HaiiloHostState, 'status' | 'error' | 'retry'>

/**
 * Shows its children only while the host is ready, so that what is below never meets an absent context. Of a host that was closed it shows
 * nothing. The content is in two elements without a box (`display: contents`), so that it can be replaced as a whole:
 * a browser that translates the page replaces the text nodes that React created.
 *
 * @throws {HaiiloError} The failure of the host, where `failed` is not given; `ERR_PROVIDER_MISSING`
 * @example
 * ```tsx
 * <HaiiloHostBoundary loading={<p>One moment…</p>} failed={({ error, retry }) => <Problem error={error} onRetry={retry} />}>
 *   <Lunch />
 * </HaiiloHostBoundary>
 * ```
 */
export function HaiiloHostBoundary(props: HaiiloHostBoundaryProps): ReactNode {
  const state = useHaiiloHost(({ status, error, retry }) => ({ status, error, retry }))
  return (
    <span style={contents}>
      <span key={state.status} style={contents}>
        {show(props, state)}
      </span>
    </span>
  )
}

/** No box of its own: the layout is that of the content. */
const contents = { display: 'contents' }

function show({ children, loading, failed }: HaiiloHostBoundaryProps, { status, error, retry }: Shown): ReactNode {
  if (status === 'ready') return children
  if (status === 'connecting') return typeof loading === 'function' ? loading() : loading
  if (!error) return null
  if (failed === undefined) throw error
  return typeof failed === 'function' ? failed({ error, retry }) : failed
}
