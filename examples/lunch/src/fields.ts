import { defineFields, type InferConfig } from '@haiilo-kit/manifest'

/** The settings of the plug-in. If the manifest contains them, Haiilo Home renders its own form. Otherwise, the plug-in's settings page does. */
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

/** The type of the configuration, as `readConfig(fields)` returns it. */
export type LunchConfig = InferConfig<typeof fields>
