/** Where the example's own server serves it: another origin than that of the stories. */
export const EXAMPLE_URL = 'http://127.0.0.1:4102/'

/** Milliseconds; the server is on this very machine. */
const PATIENCE = 3_000

/** Whether a server answers there, whatever it answers. */
export async function isAnswering(url: string): Promise<boolean> {
  try {
    await fetch(url, { mode: 'no-cors', signal: AbortSignal.timeout(PATIENCE) })
    return true
  } catch {
    return false
  }
}
