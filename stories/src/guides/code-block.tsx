import { Source } from '@storybook/addon-docs/blocks'
import type { ComponentProps, ReactNode } from 'react'
import { useTheme, type ThemeVars } from 'storybook/theming'

/** Code with colours, in the theme of the page. */
export function CodeBlock({
  code,
  language,
}: Required<Pick<ComponentProps<typeof Source>, 'code' | 'language'>>): ReactNode {
  const theme: unknown = useTheme()
  return <Source code={code} language={language} dark={(theme as ThemeVars).base === 'dark'} />
}
