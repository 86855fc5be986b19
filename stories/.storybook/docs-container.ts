import { DocsContainer, type DocsContainerProps } from '@storybook/addon-docs/blocks'
import { createElement, useSyncExternalStore, type PropsWithChildren, type ReactElement } from 'react'

import { currentTheme, subscribeToTheme } from './theme.js'

/** The frame of all pages of documentation, dark if the system is dark. */
export function ThemedDocsContainer(props: PropsWithChildren<DocsContainerProps>): ReactElement {
  const theme = useSyncExternalStore(subscribeToTheme, currentTheme)
  return createElement(DocsContainer, { ...props, theme })
}
