/** How a promise ended: `resolved`, the code of its error, or what else was thrown. */
export function outcome(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'resolved',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  )
}
