import { defineFields, defineManifest, type InferConfig } from '@haiilo-kit/manifest'

const text = { en: 'A text', de: 'Ein Text' }

export const fields = defineFields([
  {
    key: 'canteen',
    type: 'select',
    options: [
      { value: 'north', label: text },
      { value: 'south', label: text },
    ],
    required: true,
  },
  { key: 'dishes', type: 'number', default: 3 },
  { key: 'note', type: 'text' },
])

export const manifest = defineManifest({
  manifestVersion: '2.5.0',
  pluginVersion: '1.0.0',
  name: text,
  description: text,
  context: ['userName'],
  entryPoints: [
    {
      id: '0d4a6c1e-5b7f-4c43-9a55-3f5c8a1e7b02',
      url: 'index.html',
      name: text,
      description: text,
      config: fields.fields,
    },
  ],
})

export type LunchConfig = InferConfig<typeof fields>

/** Takes exactly what each key can be: a wider type does not compile. */
export function show(canteen: 'north' | 'south', dishes: number, note: string | undefined): string {
  return `${canteen} ${dishes} ${note ?? ''}`
}
