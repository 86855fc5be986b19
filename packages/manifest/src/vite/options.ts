/** What {@link haiiloManifest} can be told. */
export interface HaiiloManifestOptions {
  /**
   * The file that the manifest is written in, relative to Vite's root: `.json`, or a module (`.ts`, `.mts`, `.js`, `.mjs`) that exports it
   * as default or as `manifest`. Default: the first one named `manifest` in `src` or in the root.
   */
  readonly manifest?: string | undefined
  /**
   * Where the plug-in is published: the https address of the folder, or of the manifest in it. The addresses in the built manifest are
   * absolute then. Default: they are relative to the manifest, so that the folder may lie anywhere.
   */
  readonly url?: string | URL | undefined
  /**
   * The address of a sandbox, for the link that is printed on start. `{manifest}` in it stands for the address of the manifest; without
   * it, that becomes the query parameter `manifest`. Default: no link is printed.
   */
  readonly sandbox?: string | undefined
  /** Whether warnings fail the build, too. Default: `false`. */
  readonly strict?: boolean | undefined
  /** Whether the pages ask the host before their bundle has arrived, by an inline script that opens their head. Default: `true`. */
  readonly early?: boolean | undefined
}

/** The same options, read once. */
export interface ReadOptions {
  readonly manifest: string | undefined
  /** Where the manifest will lie. */
  readonly url: URL | undefined
  readonly sandbox: string | undefined
  readonly strict: boolean
  readonly early: boolean
}

/**
 * Reads the options.
 *
 * @throws {TypeError} `url` or `sandbox` is no http or https address.
 */
export function readOptions(options: HaiiloManifestOptions): ReadOptions {
  const { manifest, url, sandbox, strict = false, early = true } = options
  if (sandbox !== undefined) readAddress('sandbox', sandbox)
  return { manifest, url: url === undefined ? undefined : inFolder(readAddress('url', url)), sandbox, strict, early }
}

function readAddress(name: string, address: string | URL): URL {
  const parsed = URL.parse(String(address))
  if (parsed?.protocol === 'https:' || parsed?.protocol === 'http:') return parsed
  throw new TypeError(`haiiloManifest: expected ${name} to be an http or https address.`)
}

/** An address that does not end as a file is taken for a folder, also without its final slash. */
function inFolder({ origin, pathname }: URL): URL {
  if (pathname.endsWith('.json')) return new URL(pathname, origin)
  return new URL(`${pathname.replace(/\/$/, '')}/manifest.json`, origin)
}
