import { defineFields, type ConfigSchema } from '@haiilo-kit/manifest'

/** The fields of the configuration views in the tests. */
export const fields: ConfigSchema = defineFields([
  { key: 'title', type: 'text', label: { en: 'Title', de: 'Titel' }, required: true },
  { key: 'dishes', type: 'number', label: { en: 'Dishes', de: 'Gerichte' }, max: 10, default: 3 },
  { key: 'vegan', type: 'checkbox', label: { en: 'Vegan first', de: 'Veganes zuerst' } },
])
