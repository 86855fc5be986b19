/** A symbol of the whole page: two copies of the kit (a linked package, two bundles) find the same place. */
const STORE = Symbol.for('@haiilo-kit/core.store')

/** Gives a host the place for what belongs to it, which no copy of the object takes along. */
export function withStore<Host extends object>(host: Host): Host {
  return Object.defineProperty(host, STORE, { value: new Map() })
}

/** What a host keeps under a name, in every copy of the kit; made at first use. */
export function stored<Value>(host: object, name: string, make: () => Value): Value {
  if (!(STORE in host)) withStore(host)
  const store = (host as { readonly [STORE]: Map<string, { readonly value: Value }> })[STORE]
  const kept = store.get(name) ?? { value: make() }
  store.set(name, kept)
  return kept.value
}
