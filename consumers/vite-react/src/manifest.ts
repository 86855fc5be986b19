import { defineManifest } from '@haiilo-kit/manifest'

import { fields } from './fields.js'

export const manifest = defineManifest({
  manifestVersion: '2.5.0',
  pluginVersion: '1.0.0',
  name: {
    en: 'Lunch',
    de: 'Mittagessen',
  },
  description: {
    en: 'What the canteen cooks today',
    de: 'Was die Kantine heute kocht',
  },
  context: ['userName'],
  entryPoints: [
    {
      id: '0d4a6c1e-5b7f-4c43-9a55-3f5c8a1e7b02',
      url: 'index.html',
      name: {
        en: 'Lunch',
        de: 'Mittagessen',
      },
      description: {
        en: 'What the canteen cooks today',
        de: 'Was die Kantine heute kocht',
      },
      config: fields.fields,
    },
  ],
})
