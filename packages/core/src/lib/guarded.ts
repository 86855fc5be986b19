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

/** Calls every member of a set; those that join meanwhile are not called, nor those that another one has removed. */
export function callEach<T>(members: ReadonlySet<T> | undefined, call: (member: T) => void): void {
  for (const member of [...(members ?? [])]) if (members?.has(member)) guarded(() => call(member))
}
