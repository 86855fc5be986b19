import type { HostSubject, VerifiedMessage } from '@haiilo-kit/core'
import { whileShown } from './while-shown.js'

/**
 * Calls `handler` for each verified message with this subject that the host sends, while the component is mounted and not deactivated by
 * `<KeepAlive>`. In an effect scope that no component owns, such as a store, it listens until the scope ends.
 *
 * @throws {HaiiloError} `ERR_PROVIDER_MISSING`
 * @example
 * ```ts
 * import { ref } from 'vue'
 *
 * const editing = ref(false)
 * useHaiiloMessage('edit', ({ claims }) => (editing.value = claims['stt.edit'] === true))
 * ```
 */
export function useHaiiloMessage<Subject extends HostSubject>(
  subject: Subject,
  handler: (message: VerifiedMessage<Subject>) => void,
): void {
  whileShown((host) => host.on(subject, handler))
}
