/** The addresses that a manifest names. */
export interface Deployment {
  /** The pages of the entry points and their configuration views, each one once. */
  readonly pages: readonly URL[]
  readonly entryPoints: readonly DeployedEntryPoint[]
  readonly thumbnail: URL | undefined
  readonly lifecycle: Webhook | undefined
}

/** An entry point. An address is missing if it is not an http or https URL. */
export interface DeployedEntryPoint {
  readonly url: URL | undefined
  readonly configUrl: URL | undefined
  /** The entry point as in the manifest. */
  readonly declared: unknown
  readonly declaredHeight: unknown
}

/** The webhook for lifecycle events. */
export interface Webhook {
  /** The host appends the name of an event. */
  readonly url: URL
  readonly events: readonly string[]
}

/** Reads the addresses of a manifest, which may have errors. Ignores all other values. */
export function readDeployment(manifest: object, base: URL): Deployment {
  const { entryPoints, thumbnail, lifecycle } = manifest as Members
  const read = listIn(entryPoints).map((declared): DeployedEntryPoint => {
    const { url, configUrl, height } = membersOf(declared)
    return { url: resolve(url, base), configUrl: resolve(configUrl, base), declared, declaredHeight: height }
  })
  const pages = read.flatMap(({ url, configUrl }) => [url, configUrl]).filter((page) => page !== undefined)
  return {
    pages: [...new Map(pages.map((page) => [page.href, page])).values()],
    entryPoints: read,
    thumbnail: resolve(thumbnail, base),
    lifecycle: readWebhook(membersOf(lifecycle), base),
  }
}

type Members = Readonly<Record<string, unknown>>

function readWebhook({ url, events }: Members, base: URL): Webhook | undefined {
  const resolved = resolve(url, base)
  return resolved && { url: resolved, events: listIn(events).filter((event) => typeof event === 'string') }
}

function resolve(address: unknown, base: URL): URL | undefined {
  const url = typeof address === 'string' ? URL.parse(address, base) : null
  if (!url || !/^https?:$/.test(url.protocol)) return undefined
  url.hash = ''
  return url
}

function membersOf(value: unknown): Members {
  return typeof value === 'object' && value !== null ? (value as Members) : {}
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : []
}
