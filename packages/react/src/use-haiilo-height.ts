import { observeHeight } from '@haiilo-kit/core'
import type { ObserveHeightOptions } from '@haiilo-kit/core'
import { useCallback, useRef } from 'react'
import type { RefCallback } from 'react'
import { useHaiiloConnection } from './use-haiilo-connection.js'
import { useLatest } from './use-latest.js'

/**
 * Returns a ref for the element that determines the height of the frame. Use it for one element, which may be added and removed at any
 * time. If several elements are observed, the lowest bottom edge determines the height.
 *
 * @param options Read each time an element is attached.
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
  // stops on null and returns no clean-up function, because React 18 supports only that
  return useCallback(
    (element) => {
      stop.current?.()
      stop.current = element ? observeHeight(host, element, latest.current) : undefined
    },
    [host, latest],
  )
}
