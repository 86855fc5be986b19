import type { PluginState } from '../../contract/plugin-state.js'

/** The parts of an entry point that the page shows. */
export interface ShownEntryPoint {
  /** Absent if the manifest has none, or if another entry point has the same id. */
  readonly id: string | undefined
  readonly name: string
  readonly description: string
  /** Absolute address of the page; `undefined` if it is missing or not http or https. */
  readonly url: string | undefined
  /** Absolute address of the configuration view. */
  readonly configUrl: string | undefined
  /** Fields of the form that the host draws. */
  readonly fields: readonly object[]
  readonly permissions: readonly string[]
}

type Values = Readonly<Record<string, unknown>>

/** Reads the entry points of a manifest that may have mistakes. */
export function readEntryPoints({
  manifest,
  manifestUrl,
}: Pick<PluginState, 'manifest' | 'manifestUrl'>): readonly ShownEntryPoint[] {
  const given: unknown = (manifest as Values | undefined)?.['entryPoints']
  const ids = new Set<string>()
  return (Array.isArray(given) ? (given as unknown[]) : []).filter(isValues).map((entryPoint, index) => {
    const { id, name, description, url, configUrl, config, permissionsPolicy } = entryPoint
    const isUnique = typeof id === 'string' && id !== '' && !ids.has(id)
    if (isUnique) ids.add(id)
    return {
      id: isUnique ? id : undefined,
      name: readText(name) || `Entry point ${index + 1}`,
      description: readText(description),
      url: resolveUrl(url, manifestUrl),
      configUrl: resolveUrl(configUrl, manifestUrl),
      fields: readFields(config),
      permissions: Array.isArray(permissionsPolicy) ? permissionsPolicy.filter((each) => typeof each === 'string') : [],
    }
  })
}

/** The entry point of an instance: the one with this id, or the first one if there is no id. */
export function findEntryPoint(
  entryPoints: readonly ShownEntryPoint[],
  id: string | undefined,
): ShownEntryPoint | undefined {
  return id === undefined ? entryPoints[0] : entryPoints.find((each) => each.id === id)
}

/** Name of the plug-in; empty if the manifest has none. */
export function pluginName({ manifest }: Pick<PluginState, 'manifest'>): string {
  return readText((manifest as Values | undefined)?.['name'])
}

/** Fields of the global configuration. */
export function globalFields({ manifest }: Pick<PluginState, 'manifest'>): readonly object[] {
  return readFields((manifest as Values | undefined)?.['config'])
}

/** The text in English, or else in the first language. */
function readText(translations: unknown): string {
  if (typeof translations === 'string') return translations
  if (!isValues(translations)) return ''
  const texts = [translations['en'], ...Object.values(translations)]
  return texts.find((text): text is string => typeof text === 'string' && text !== '') ?? ''
}

function resolveUrl(address: unknown, base: string | undefined): string | undefined {
  if (typeof address !== 'string' || address === '') return undefined
  const url = URL.canParse(address, base ?? location.href) ? new URL(address, base ?? location.href) : undefined
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined
}

function readFields(config: unknown): readonly object[] {
  return Array.isArray(config) ? config.filter(isValues) : []
}

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
