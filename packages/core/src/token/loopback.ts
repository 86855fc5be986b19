/** Whether a host name, as `URL` spells it, is this very machine, by its name alone: pages there count as safe, as they do for browsers. */
export function isLoopback(hostname: string): boolean {
  return /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)
}
