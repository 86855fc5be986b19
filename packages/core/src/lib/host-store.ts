/** A global symbol, so that two copies of the kit (a linked package, two bundles) share the store. */
const STORE = Symbol.for('@haiilo-kit/core.store')

/** Adds an empty store to a host. The property is not enumerable, so a spread copy of the host does not share it. */
export function withStore<Host extends object>(host: Host): Host {
  return Object.defineProperty(host, STORE, { value: new Map() })
}

/** Returns the value that is stored with a host under a name, and creates it on first use. Shared by all copies of the kit. */
export function stored<Value>(host: object, name: string, make: () => Value): Value {
  if (!(STORE in host)) withStore(host)
  const store = (host as { readonly [STORE]: Map<string, { readonly value: Value }> })[STORE]
  const kept = store.get(name) ?? { value: make() }
  store.set(name, kept)
  return kept.value
}
