import { create, type ThemeVars } from 'storybook/theming'

const dark = matchMedia('(prefers-color-scheme: dark)')

/** The theme of Storybook's own pages, which follows the setting of the system. */
export function currentTheme(): ThemeVars {
  return dark.matches ? darkTheme : lightTheme
}

/** Calls the listener after a change of the setting. Returns a function that stops it. */
export function subscribeToTheme(listener: () => void): () => void {
  dark.addEventListener('change', listener)
  return () => {
    dark.removeEventListener('change', listener)
  }
}

const lightTheme = create({ base: 'light', brandTitle: 'Haiilo Plugin Kit', colorSecondary: '#007384' })
const darkTheme = create({ base: 'dark', brandTitle: 'Haiilo Plugin Kit', colorSecondary: '#4fb9c6' })
