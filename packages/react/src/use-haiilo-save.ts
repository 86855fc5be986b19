import { onSave } from '@haiilo-kit/core'
import type { SaveHandler } from '@haiilo-kit/core'
import { useEffect } from 'react'
import { useHaiiloConnection } from './use-haiilo-connection.js'
import { useLatest } from './use-latest.js'

/**
 * Answers "save" requests of the host on a configuration view, while the component is mounted and visible. Uses the handler of the latest
 * render, so the handler can read the state of the form.
 *
 * @throws {TypeError} The page is not a configuration view.
 * @throws {HaiiloError} `ERR_PROVIDER_MISSING`
 * @example
 * ```tsx
 * useHaiiloSave(() => (canteen ? { canteen } : false))
 * ```
 */
export function useHaiiloSave(handler: SaveHandler): void {
  const host = useHaiiloConnection()
  const latest = useLatest(handler)
  useEffect(() => onSave(host, (request) => latest.current(request)), [host, latest])
}
