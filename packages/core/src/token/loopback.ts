/** Whether a hostname, in the form of `URL.hostname`, is the local machine. Only the name is checked. Browsers treat such pages as secure. */
export function isLoopback(hostname: string): boolean {
  // runs several times during the handshake: comparisons need no time to compile, unlike a regular expression
  return (
    hostname === 'localhost' ||
    hostname === '[::1]' ||
    (hostname.endsWith('.localhost') && hostname !== '.localhost') ||
    (hostname.startsWith('127.') && /^127(\.\d+){3}$/.test(hostname))
  )
}
