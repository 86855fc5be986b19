import { defineFields } from '@haiilo-kit/manifest'

export const fields = defineFields([
  { key: 'title', type: 'text', label: { en: 'Title', de: 'Titel' }, required: true },
  { key: 'dishes', type: 'number', label: { en: 'Dishes', de: 'Gerichte' }, min: 1, default: 3 },
])
