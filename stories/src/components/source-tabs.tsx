import { createElement, useState, type ReactNode } from 'react'

import '@haiilo-kit/ui/tabs'

import { CodeBlock } from '../guides/code-block.js'
import type { Source } from './sources/index.js'

/** The chosen framework, for the other pages. */
const STORAGE_KEY = 'haiilo-kit.docs.framework'

/** The sources of an example, one tab for each framework. The choice is kept for all pages. */
export function SourceTabs({ sources }: { readonly sources: readonly Source[] }): ReactNode {
  const [selected] = useState(readChoice)
  const onchange = ({ currentTarget }: { currentTarget: HTMLElementTagNameMap['haiilo-tabs'] }): void =>
    keepChoice(currentTarget.selected)
  return createElement(
    'haiilo-tabs',
    { label: 'Source of the example', selected, onchange, class: 'component-sources' },
    sources.map(({ framework, language, code }) =>
      createElement(
        'haiilo-tab',
        { key: framework, name: framework, label: framework },
        <CodeBlock code={code} language={language === 'vue' ? 'html' : language} />,
      ),
    ),
  )
}

function readChoice(): string {
  try {
    return localStorage.getItem(STORAGE_KEY) ?? 'HTML'
  } catch {
    return 'HTML'
  }
}

function keepChoice(framework: string): void {
  try {
    localStorage.setItem(STORAGE_KEY, framework)
  } catch {
    // without storage, the choice ends with the page
  }
}
