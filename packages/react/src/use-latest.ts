import { useInsertionEffect, useRef } from 'react'
import type { RefObject } from 'react'

/** A ref to the value of the last rendering that counted, for handlers: they are called later, and must not cost a new subscription. */
export function useLatest<Value>(value: Value): Readonly<RefObject<Value>> {
  const latest = useRef(value)
  // the first effect of a commit, so that no other effect and no callback ref sees an old value
  useInsertionEffect(() => {
    latest.current = value
  })
  return latest
}
