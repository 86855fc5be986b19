/** Where the set-up is written as a link. */
export interface SandboxAddress {
  /** The fragment of the address, with or without `#`. */
  readonly read: () => string
  /** Replaces the fragment without a new entry in the history. */
  readonly write: (fragment: string) => void
  /** Opens another page. */
  readonly open: (url: string) => void
  /** Calls the listener when somebody else changed the fragment. Returns the function that stops it. */
  readonly watch: (listener: () => void) => () => void
}

/** The address bar of this window. */
export function windowAddress(): SandboxAddress {
  return {
    read: () => location.hash,
    write: (fragment) => history.replaceState(history.state, '', fragment),
    open: (url) => location.assign(url),
    watch(listener) {
      window.addEventListener('hashchange', listener)
      return () => window.removeEventListener('hashchange', listener)
    },
  }
}
