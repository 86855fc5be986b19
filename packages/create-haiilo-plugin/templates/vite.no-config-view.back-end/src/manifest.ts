import { defineManifest } from '@haiilo-kit/manifest'

import { lifecycle } from '../server/lifecycle.ts'
import { fields } from './fields.ts'

const description = { en: 'A list of tasks for new colleagues', de: 'Aufgaben für neue Kolleginnen und Kollegen' }

/** Describes the plug-in to Haiilo Home. Vite writes it to `manifest.json`. */
export const manifest = defineManifest({
  manifestVersion: '2.5.0',
  pluginVersion: '0.1.0',
  name: { en: 'Plug-in title', de: 'Plug-in title' },
  description,
  context: ['userName', 'userLanguage'],
  ...lifecycle,
  entryPoints: [
    {
      // Haiilo Home stores this id. Do not change it after the first release
      id: '00000000-0000-4000-8000-000000000000',
      url: 'index.html',
      config: fields.fields,
      name: { en: 'Plug-in title', de: 'Plug-in title' },
      description,
    },
  ],
})
