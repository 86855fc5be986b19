import { onSave } from '@haiilo-kit/core'
import type { SaveHandler } from '@haiilo-kit/core'
import { useEffect } from 'react'
import { useHaiiloConnection } from './use-haiilo-connection.js'
import { useLatest } from './use-latest.js'

/**
 * Answers the host's "save" on a configuration view, while the component is mounted and shown. Always by the handler of the last
 * rendering, so that it may close over the form's state.
 *
 * @throws {TypeError} This is not a configuration view.
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
