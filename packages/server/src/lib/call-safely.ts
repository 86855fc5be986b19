/** Calls a function of the application. If it throws or rejects, the request goes on. */
export function callSafely<Value>(callback: (value: Value) => unknown, value: Value): void {
  try {
    // an async function is allowed where nothing is returned, and its rejection would end the process
    Promise.resolve(callback(value)).catch(() => undefined)
  } catch {
    // a broken log or report must not lose an event
  }
}
