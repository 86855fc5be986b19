import { useInsertionEffect, useRef } from 'react'
import type { RefObject } from 'react'

/** Returns a ref to the value of the latest committed render. Lets handlers change without a new subscription. */
export function useLatest<Value>(value: Value): Readonly<RefObject<Value>> {
  const latest = useRef(value)
  // insertion effects run first in a commit, so that no other effect and no callback ref sees an old value
  useInsertionEffect(() => {
    latest.current = value
  })
  return latest
}
