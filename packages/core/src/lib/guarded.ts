/** Calls code of the application. What it throws reaches the page's error handler as if it had been called alone, and stops nothing of ours. */
export function guarded(call: () => void): void {
  try {
    call()
  } catch (error) {
    queueMicrotask(() => {
      throw error
    })
  }
}
