/** Returns a function that writes each message to the console once. */
export function createWarner(): (message: string) => void {
  const written = new Set<string>()
  return (message) => {
    if (!written.has(message)) console.warn(message)
    written.add(message)
  }
}
