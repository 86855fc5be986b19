import type { HostFailure } from '@haiilo-kit/core/binding'
import type { ReactNode } from 'react'
import type { HaiiloHostState } from './host-state.js'
import { useHaiiloHost } from './use-haiilo-host.js'

/** The argument of the `failed` function of {@link HaiiloHostBoundary}. */
export type HaiiloHostFailure = HostFailure

/** The props of `HaiiloHostBoundary`. */
export interface HaiiloHostBoundaryProps {
  /** Rendered while the host is ready. `useHaiiloContext` and `useHaiiloConfig` work here. */
  readonly children?: ReactNode
  /** Rendered until the host answers, and on a server. Default: nothing. */
  readonly loading?: ReactNode | (() => ReactNode)
  /** Rendered when the connection failed. Default: the nearest error boundary gets the error. */
  readonly failed?: ReactNode | ((failure: HaiiloHostFailure) => ReactNode)
}

type Shown = Pick<HaiiloHostState, 'status' | 'error' | 'retry'>

/**
 * Renders its children only while the host is ready, so that they always have a context. Renders nothing after the host is closed.
 *
 * The content is inside two `<span>` elements without a box (`display: contents`). When a browser translates the page, it replaces the
 * text nodes that React created. The elements let React replace the content as a whole.
 *
 * @throws {HaiiloError} The error of the host, if `failed` is not given; `ERR_PROVIDER_MISSING`
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

/** The wrapper has no box, so it does not affect the layout of its content. */
const contents = { display: 'contents' }

function show({ children, loading, failed }: HaiiloHostBoundaryProps, { status, error, retry }: Shown): ReactNode {
  if (status === 'ready') return children
  if (status === 'connecting') return typeof loading === 'function' ? loading() : loading
  if (!error) return null
  if (failed === undefined) throw error
  return typeof failed === 'function' ? failed({ error, retry }) : failed
}
