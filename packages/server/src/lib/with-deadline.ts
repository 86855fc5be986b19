/** The result of an action that has a time limit. */
export type Deadline<T> =
  { readonly isLate: false; readonly value: T } | { readonly isLate: true; readonly rest: Promise<T> }

/**
 * Runs an action with a time limit. When the time is over, aborts the signal of the action and resolves: `rest` is the promise of the action,
 * which can still settle. Rejects if the action rejects before.
 *
 * @param duration In milliseconds.
 */
export async function withDeadline<T>(
  action: (signal: AbortSignal) => Promise<T>,
  duration: number,
): Promise<Deadline<T>> {
  const controller = new AbortController()
  const running = action(controller.signal)
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => {
      controller.abort(new DOMException(`The time limit of ${duration} ms is over.`, 'TimeoutError'))
      resolve('late')
    }, duration)
  })
  try {
    const first = await Promise.race([running.then((value) => ({ value })), late])
    return first === 'late' ? { isLate: true, rest: running } : { isLate: false, value: first.value }
  } finally {
    clearTimeout(timer)
  }
}
