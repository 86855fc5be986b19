/** Whether a hostname, in the form of `URL.hostname`, is the local machine. Only the name is checked. Browsers treat such pages as secure. */
export function isLoopback(hostname: string): boolean {
  return /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)
}
