import { defineManifest } from '@haiilo-kit/manifest'

import { fields } from './fields.js'

const description = { en: 'What the canteen cooks today', de: 'Was die Kantine heute kocht' }

/** Describes the plug-in to Haiilo Home. Vite writes it to `manifest.json`. */
export const manifest = defineManifest({
  manifestVersion: '2.5.0',
  pluginVersion: '1.0.0',
  name: { en: 'Lunch', de: 'Mittagessen' },
  description,
  context: ['userName', 'userLanguage'],
  entryPoints: [
    {
      // Haiilo Home renders a settings form for these fields
      id: '0d4a6c1e-5b7f-4c43-9a55-3f5c8a1e7b02',
      url: 'index.html',
      name: { en: 'Lunch', de: 'Mittagessen' },
      description,
      config: fields.fields,
    },
    {
      // the plug-in has its own settings page
      id: '7c9b2f64-1d38-4e0a-8f6d-52a6c0e94b1d',
      url: 'index.html',
      configUrl: 'config.html',
      name: { en: 'Lunch, with its own settings', de: 'Mittagessen, mit eigenen Einstellungen' },
      description,
    },
  ],
})
