import type { HostSubject, VerifiedMessage } from '@haiilo-kit/core'
import { useEffect } from 'react'
import { useHaiiloConnection } from './use-haiilo-connection.js'
import { useLatest } from './use-latest.js'

/**
 * Calls `handler` for each verified message with this subject that the host sends, while the component is mounted and visible. Uses the
 * handler of the latest render, so the handler can read state.
 *
 * @throws {HaiiloError} `ERR_PROVIDER_MISSING`
 * @example
 * ```tsx
 * useHaiiloMessage('edit', ({ claims }) => setEditing(claims['stt.edit']))
 * ```
 */
export function useHaiiloMessage<Subject extends HostSubject>(
  subject: Subject,
  handler: (message: VerifiedMessage<Subject>) => void,
): void {
  const host = useHaiiloConnection()
  const latest = useLatest(handler)
  useEffect(() => host.on(subject, (message) => latest.current(message)), [host, subject, latest])
}
