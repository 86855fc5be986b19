/** Calls a function of the application. If it throws, the error goes to the page's error handler, and our code continues. */
export function callUserCode(call: () => void): void {
  try {
    call()
  } catch (error) {
    queueMicrotask(() => {
      throw error
    })
  }
}

/** Calls `call` with each member of a set. Members that are added or removed during the calls are skipped. */
export function callEach<T>(members: ReadonlySet<T> | undefined, call: (member: T) => void): void {
  for (const member of [...(members ?? [])]) if (members?.has(member)) callUserCode(() => call(member))
}
