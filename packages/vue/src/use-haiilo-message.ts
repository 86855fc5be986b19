import type { HostSubject, VerifiedMessage } from '@haiilo-kit/core'
import { whileShown } from './while-shown.js'

/**
 * Calls `handler` for each verified message of the host with this subject, while the component is mounted and not put away by
 * `<KeepAlive>`. In a scope that does not end with the component, such as that of a store: until the scope ends.
 *
 * @throws {HaiiloError} `ERR_PROVIDER_MISSING`
 * @example
 * ```ts
 * useHaiiloMessage('edit', ({ claims }) => (editing.value = claims['stt.edit']))
 * ```
 */
export function useHaiiloMessage<Subject extends HostSubject>(
  subject: Subject,
  handler: (message: VerifiedMessage<Subject>) => void,
): void {
  whileShown((host) => host.on(subject, handler))
}
