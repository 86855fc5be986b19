import { observeHeight } from '@haiilo-kit/core'
import type { ObserveHeightOptions } from '@haiilo-kit/core'
import { useCallback, useRef } from 'react'
import type { RefCallback } from 'react'
import { useHaiiloConnection } from './use-haiilo-connection.js'
import { useLatest } from './use-latest.js'

/**
 * A ref for the element whose height the frame shall have: one element a call, which may come and go. The lowest bottom edge of all
 * observed elements counts.
 *
 * @param options Read when an element is attached.
 * @throws {HaiiloError} `ERR_PROVIDER_MISSING`
 * @example
 * ```tsx
 * return <main ref={useHaiiloHeight()}>…</main>
 * ```
 */
export function useHaiiloHeight(options?: ObserveHeightOptions): RefCallback<Element> {
  const host = useHaiiloConnection()
  const latest = useLatest(options)
  const stop = useRef<() => void>(undefined)
  // takes null for an end, and returns nothing: the one way that React 18 and 19 share
  return useCallback(
    (element) => {
      stop.current?.()
      stop.current = element ? observeHeight(host, element, latest.current) : undefined
    },
    [host, latest],
  )
}
