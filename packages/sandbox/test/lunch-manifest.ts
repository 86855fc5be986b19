import type { PluginState } from '../src/contract/plugin-state.js'

export const TODAY = '0d4a6c1e-5b7f-4c43-9a55-3f5c8a1e7b02'
export const OWN_SETTINGS = '7c9b2f64-1d38-4e0a-8f6d-52a6c0e94b1d'

const description = { en: 'What the canteen cooks', de: 'Was die Kantine kocht' }

/** A manifest with an entry point whose form the host draws, and one that brings its own configuration view. */
export const manifest = {
  manifestVersion: '2.5.0',
  pluginVersion: '1.2.0',
  name: { en: 'Lunch', de: 'Mittagessen' },
  description,
  context: ['userName', 'userLanguage'],
  config: [{ key: 'company', type: 'text', label: { en: 'Company', de: 'Firma' }, default: 'Acme' }],
  entryPoints: [
    {
      id: TODAY,
      url: 'plugin.html',
      name: { en: 'Today', de: 'Heute' },
      description,
      config: [
        { key: 'title', type: 'text', label: { en: 'Title' }, required: true, pattern: '^[A-Z].*$' },
        { key: 'dishes', type: 'number', label: { en: 'Dishes' }, default: 3 },
      ],
    },
    {
      id: OWN_SETTINGS,
      url: 'plugin.html?own',
      configUrl: 'plugin.html?view=config&answer=false',
      name: { en: 'Order', de: 'Bestellung' },
      description,
      permissionsPolicy: ['fullscreen'],
    },
  ],
}

export const plugin: PluginState = {
  manifest,
  manifestUrl: new URL('manifest.json', import.meta.url).href,
  findings: [],
}

/** The same plug-in with another first entry point. */
export function withEntryPoint(change: object): PluginState {
  const [first, ...others] = manifest.entryPoints
  return { ...plugin, manifest: { ...manifest, entryPoints: [{ ...first, ...change }, ...others] } }
}
