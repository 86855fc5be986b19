import { AnchorMdx, DocsContext } from '@storybook/addon-docs/blocks'
import { useContext, useEffect, useRef, type ReactNode } from 'react'
import { useTheme, type ThemeVars } from 'storybook/theming'

import { CodeBlock } from '../guides/code-block.js'
import { SiteMarkdown } from '../guides/site-markdown.js'
import { ApiTables } from './api-tables.js'
import './component-page.css'
import { drawExample } from './draw-example.js'
import { elementOf, MANIFEST } from './elements.js'
import { examples } from './examples.js'
import { SourceTabs } from './source-tabs.js'
import { sourcesOf } from './sources/index.js'

import '@haiilo-kit/ui'

interface ComponentPageProps {
  /** The tag of the component, and of the components that are used only inside of it. */
  readonly of: string | readonly string[]
  /** The keyboard table, the notes about accessibility, the dos and don'ts. In Markdown. */
  readonly notes: string
}

/** The page of a component: an example with its sources, the notes, and the interface from `custom-elements.json`. */
export function ComponentPage({ of, notes }: ComponentPageProps): ReactNode {
  const [main, ...parts] = [of].flat().map(elementOf)
  const example = main && examples[main.tagName]
  // components follow the theme of the page
  const theme: unknown = useTheme()
  if (!main || !example) throw new Error(`examples.ts has no example for ${String(of)}.`)
  return (
    <div className="component-page" style={{ colorScheme: (theme as ThemeVars).base }}>
      <h1>{useTitle()}</h1>
      <p className="component-summary">{main.summary}</p>
      <SiteMarkdown from={MANIFEST}>{main.description}</SiteMarkdown>
      <LiveExample tag={main.tagName} />
      <SourceTabs sources={sourcesOf(example)} />
      <SiteMarkdown from={`stories/src/components/notes/${main.tagName.replace('haiilo-', '')}.md`}>
        {notes}
      </SiteMarkdown>
      <h2 id="import">Import</h2>
      <CodeBlock code={`import '${main.entry}' // defines <${main.tagName}>`} language="typescript" />
      <ApiTables element={main} level={2} />
      {parts.map((part) => (
        <section key={part.tagName}>
          <h2 id={part.tagName}>
            <code>{`<${part.tagName}>`}</code>
          </h2>
          <SiteMarkdown from={MANIFEST}>{part.description}</SiteMarkdown>
          <ApiTables element={part} level={3} />
        </section>
      ))}
      <StoryLinks />
    </div>
  )
}

function LiveExample({ tag }: { readonly tag: string }): ReactNode {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const example = examples[tag]
    return place.current && example ? drawExample(place.current, tag, example) : undefined
  }, [tag])
  return <div ref={place} className="component-example sb-unstyled" />
}

/** Links to the stories of the component, which show its other states. */
function StoryLinks(): ReactNode {
  const context = useContext(DocsContext)
  const stories = context.componentStories().filter(({ tags }) => tags.includes('dev'))
  return (
    <section>
      <h2 id="stories">Other states</h2>
      <ul className="component-stories">
        {stories.map(({ id, name }) => (
          <li key={id}>
            <AnchorMdx href={`?path=/story/${id}`} target="_self">
              {name}
            </AnchorMdx>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The last part of the title of the stories. */
function useTitle(): string {
  const context = useContext(DocsContext)
  return context.storyById().title.split('/').at(-1) ?? ''
}
