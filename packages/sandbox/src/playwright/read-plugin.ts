import type { PluginState } from '../contract/plugin-state.js'

/** The plug-in to test. */
export interface HaiiloSettings {
  /** The URL of the manifest, or the manifest itself. */
  readonly manifest: string | object
  /** For a manifest that is an object: the URL to which its addresses are relative. */
  readonly url?: string | undefined
}

/**
 * Reads the manifest of the plug-in to test.
 *
 * @throws {TypeError} The option `haiilo` is missing or not complete.
 * @throws {Error} No server sends the manifest.
 */
export async function readPlugin(settings: HaiiloSettings | undefined): Promise<PluginState> {
  const { manifest, url } = settings ?? {}
  if (manifest === undefined)
    throw new TypeError(
      "The plug-in to test is missing. Set the URL of its manifest in playwright.config: use: { haiilo: { manifest: 'http://localhost:5173/manifest.json' } }.",
    )
  const manifestUrl = webAddress(typeof manifest === 'string' ? manifest : url)
  if (manifestUrl === undefined)
    throw new TypeError(
      typeof manifest === 'string'
        ? 'haiilo.manifest: expected an http or https URL, or the manifest as an object.'
        : 'haiilo.url: expected the http or https URL to which the addresses in the manifest are relative.',
    )
  return {
    manifest: typeof manifest === 'string' ? await fetchManifest(manifestUrl) : manifest,
    manifestUrl,
    findings: [],
  }
}

function webAddress(address: string | undefined): string | undefined {
  const url = address === undefined ? null : URL.parse(address)
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined
}

async function fetchManifest(url: string): Promise<object> {
  const response = await fetch(url).catch((cause: unknown) => {
    throw new Error(
      `Nothing answers at ${url}. Start the development server of the plug-in, for example with \`webServer\` in playwright.config.`,
      { cause },
    )
  })
  if (!response.ok) throw new Error(`${url} answers with status ${response.status} instead of the manifest.`)
  const value: unknown = await response.json().catch(() => undefined)
  if (typeof value !== 'object' || value === null)
    throw new Error(`${url} does not send a manifest: this is not a JSON object.`)
  return value
}
