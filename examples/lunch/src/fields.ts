import { defineFields, type InferConfig } from '@haiilo-kit/manifest'

/** What can be set. The plug-in and its settings form read it; Haiilo Home draws its own form of it where the manifest has it. */
export const fields = defineFields([
  {
    key: 'canteen',
    type: 'select',
    label: { en: 'Canteen', de: 'Kantine' },
    options: [
      { value: 'north', label: { en: 'North canteen', de: 'Kantine Nord' } },
      { value: 'south', label: { en: 'South canteen', de: 'Kantine Süd' } },
    ],
    default: 'north',
    required: true,
  },
  {
    key: 'dishes',
    type: 'number',
    label: { en: 'Dishes shown at first', de: 'Zuerst gezeigte Gerichte' },
    min: 1,
    max: 9,
    default: 3,
  },
])

/** The configuration that the plug-in works with: what `readConfig(fields)` makes of what the host sent. */
export type LunchConfig = InferConfig<typeof fields>
