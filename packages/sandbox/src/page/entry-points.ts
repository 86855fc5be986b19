import type { PluginState } from '../contract/plugin-state.js'

/** An entry point of the manifest, as far as the page shows it. */
export interface ShownEntryPoint {
  /** Absent if the manifest gives none, or one that another entry point has. */
  readonly id: string | undefined
  readonly name: string
  readonly description: string
  /** Absolute address of the page; `undefined` if it cannot be read. */
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
    const isOwn = typeof id === 'string' && id !== '' && !ids.has(id)
    if (isOwn) ids.add(id)
    return {
      id: isOwn ? id : undefined,
      name: textIn(name) || `Entry point ${index + 1}`,
      description: textIn(description),
      url: addressOf(url, manifestUrl),
      configUrl: addressOf(configUrl, manifestUrl),
      fields: fieldsIn(config),
      permissions: Array.isArray(permissionsPolicy) ? permissionsPolicy.filter((each) => typeof each === 'string') : [],
    }
  })
}

/** The entry point that an instance shows; the first one if it names none. */
export function entryPointOf(
  entryPoints: readonly ShownEntryPoint[],
  id: string | undefined,
): ShownEntryPoint | undefined {
  return id === undefined ? entryPoints[0] : entryPoints.find((each) => each.id === id)
}

/** Name of the plug-in; empty if the manifest has none. */
export function pluginName({ manifest }: Pick<PluginState, 'manifest'>): string {
  return textIn((manifest as Values | undefined)?.['name'])
}

/** Fields of the global configuration. */
export function globalFields({ manifest }: Pick<PluginState, 'manifest'>): readonly object[] {
  return fieldsIn((manifest as Values | undefined)?.['config'])
}

/** In English, else in the first language that there is. */
function textIn(translations: unknown): string {
  if (typeof translations === 'string') return translations
  if (!isValues(translations)) return ''
  const texts = [translations['en'], ...Object.values(translations)]
  return texts.find((text): text is string => typeof text === 'string' && text !== '') ?? ''
}

function addressOf(address: unknown, base: string | undefined): string | undefined {
  if (typeof address !== 'string' || address === '') return undefined
  const url = URL.canParse(address, base ?? location.href) ? new URL(address, base ?? location.href) : undefined
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined
}

function fieldsIn(config: unknown): readonly object[] {
  return Array.isArray(config) ? config.filter(isValues) : []
}

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
