import { addons } from 'storybook/manager-api'
import { create } from 'storybook/theming'

const isDark = matchMedia('(prefers-color-scheme: dark)').matches

addons.setConfig({
  theme: create({ base: isDark ? 'dark' : 'light', brandTitle: 'Haiilo Plugin Kit', colorSecondary: '#008194' }),
  navSize: 210,
  bottomPanelHeight: 280,
})
