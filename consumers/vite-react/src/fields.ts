import { defineFields } from '@haiilo-kit/manifest'

export const fields = defineFields([
  {
    key: 'canteen',
    type: 'select',
    label: {
      en: 'Canteen',
      de: 'Kantine',
    },
    options: [
      {
        value: 'north',
        label: {
          en: 'North canteen',
          de: 'Kantine Nord',
        },
      },
      {
        value: 'south',
        label: {
          en: 'South canteen',
          de: 'Kantine Süd',
        },
      },
    ],
    default: 'north',
  },
])
