import { addons } from 'storybook/manager-api'
import { create } from 'storybook/theming'

const isDark = matchMedia('(prefers-color-scheme: dark)').matches

addons.setConfig({
  theme: create({
    base: isDark ? 'dark' : 'light',
    brandTitle: 'Haiilo Plugin Kit',
    colorSecondary: isDark ? '#4fb9c6' : '#008194',
  }),
  layout: { navSize: 210, bottomPanelHeight: 250 },
  layoutCustomisations: {
    // the sandbox has panels of its own, and needs the height
    showPanel: ({ storyId }, isShown) => isShown && !storyId.startsWith('sandbox--'),
  },
})
