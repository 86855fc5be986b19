import type { HaiiloHostParameter } from '@haiilo-kit/storybook-addon'
import type { Preview } from '@storybook/vue3-vite'

const preview: Preview = {
  tags: ['autodocs'],
  parameters: { haiiloHost: { config: { canteen: 'north' } } satisfies HaiiloHostParameter },
}

export default preview
