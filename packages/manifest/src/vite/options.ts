/** The options of {@link haiiloManifest}. */
export interface HaiiloManifestOptions {
  /**
   * The file of the manifest, relative to Vite's root: `.json`, or a module (`.ts`, `.mts`, `.js`, `.mjs`) that exports it as default or as
   * `manifest`. Default: the first file named `manifest` in `src` or in the root.
   */
  readonly manifest?: string | undefined
  /**
   * The https address where the plug-in is published, of the folder or of the manifest. Addresses in the built manifest are then absolute.
   * Default: they are relative to the manifest, so that the folder can be anywhere.
   */
  readonly url?: string | URL | undefined
  /** Whether the sandbox starts next to the development server, if `@haiilo-kit/sandbox` is installed. Default: `true`. */
  readonly sandbox?: boolean | undefined
  /** Whether warnings also fail the build. Default: `false`. */
  readonly strict?: boolean | undefined
  /** Whether an inline script at the start of each page does the handshake before the bundle is loaded. Default: `true`. */
  readonly early?: boolean | undefined
}

/** The options with defaults applied. */
export interface ReadOptions {
  readonly manifest: string | undefined
  /** The address of the published manifest. */
  readonly url: URL | undefined
  readonly sandbox: boolean
  readonly strict: boolean
  readonly early: boolean
}

/**
 * Checks the options and applies the defaults.
 *
 * @throws {TypeError} `url` is not an http or https address.
 */
export function readOptions(options: HaiiloManifestOptions): ReadOptions {
  const { manifest, url, sandbox = true, strict = false, early = true } = options
  return { manifest, url: url === undefined ? undefined : inFolder(readAddress(url)), sandbox, strict, early }
}

function readAddress(address: string | URL): URL {
  const parsed = URL.parse(String(address))
  if (parsed?.protocol === 'https:' || parsed?.protocol === 'http:') return parsed
  throw new TypeError('haiiloManifest: expected url to be an http or https address.')
}

/** An address that does not end with `.json` is a folder, with or without a final slash. */
function inFolder({ origin, pathname }: URL): URL {
  if (pathname.endsWith('.json')) return new URL(pathname, origin)
  return new URL(`${pathname.replace(/\/$/, '')}/manifest.json`, origin)
}
