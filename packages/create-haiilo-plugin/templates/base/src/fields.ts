import { defineFields } from '@haiilo-kit/manifest/config'

/** The settings of the plug-in. The types of the configuration come from this list. */
export const fields = defineFields([
  {
    key: 'title',
    type: 'text',
    label: { en: 'Title', de: 'Titel' },
    default: 'Your first week',
    required: true,
  },
  {
    key: 'tasks',
    type: 'text',
    label: { en: 'Tasks, separated by commas', de: 'Aufgaben, durch Kommas getrennt' },
    default: 'Meet your team, Book a tour of the office, Join a community',
    required: true,
  },
  {
    key: 'colour',
    type: 'select',
    label: { en: 'Colour', de: 'Farbe' },
    options: [
      { value: 'teal', label: { en: 'Teal', de: 'Petrol' } },
      { value: 'violet', label: { en: 'Violet', de: 'Violett' } },
      { value: 'orange', label: { en: 'Orange', de: 'Orange' } },
    ],
    default: 'teal',
    required: true,
  },
])
