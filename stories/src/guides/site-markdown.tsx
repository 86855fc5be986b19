import { AnchorMdx } from '@storybook/addon-docs/blocks'
import type { ReactNode } from 'react'
import ReactMarkdown, { type Components } from 'react-markdown'
import rehypeSlug from 'rehype-slug'
import remarkGfm from 'remark-gfm'

import { CodeBlock } from './code-block.js'
import './site-markdown.css'
import { repositoryPath, siteLink } from './site-link.js'

/** The pictures of the documentation, by their paths in the repository. */
const pictures: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(
    import.meta.glob<string>('../../../docs/images/*.png', { query: '?url', import: 'default', eager: true }),
  ).map(([path, url]) => [path.replace(/^(?:\.\.\/)+/, ''), url]),
)

/** The documentation site has this Storybook in a folder. */
const isInSite = /\/storybook\/[^/]*$/.test(location.pathname)

/** Languages of examples, by the names that Storybook knows. */
const LANGUAGES = {
  ts: 'typescript',
  tsx: 'tsx',
  js: 'jsx',
  vue: 'html',
  html: 'html',
  css: 'css',
  json: 'json',
  yaml: 'yml',
  sh: 'bash',
} as const

interface SiteMarkdownProps {
  readonly children: string
  /** The path of the file in the repository. */
  readonly from: string
}

/** Shows a Markdown text of the repository. Its links lead to pages of this site. */
export function SiteMarkdown({ children, from }: SiteMarkdownProps): ReactNode {
  return (
    <ReactMarkdown remarkPlugins={[remarkGfm]} rehypePlugins={[rehypeSlug]} components={componentsFor(from)}>
      {children}
    </ReactMarkdown>
  )
}

function componentsFor(from: string): Components {
  return {
    pre: Block,
    code: Code,
    table: Table,
    a: ({ href = '', children }) => <Link address={siteLink(href, from, isInSite)}>{children}</Link>,
    img: ({ src = '', alt }) => (
      <img src={pictures[repositoryPath(src, from).path]} alt={alt} className="site-picture" />
    ),
  }
}

function Link({
  address,
  children,
}: {
  readonly address: string | undefined
  readonly children: ReactNode
}): ReactNode {
  // a file that is only in the repository
  if (address === undefined) return children
  if (address.startsWith('../')) {
    return (
      <a href={address} target="_top">
        {children}
      </a>
    )
  }
  return (
    <AnchorMdx href={address} target={/^https?:/.test(address) ? '_blank' : '_self'}>
      {children}
    </AnchorMdx>
  )
}

/** The code of a block, or code in a line. */
const Code: NonNullable<Components['code']> = ({ className, children }) => {
  const language = /\blanguage-(\w+)/.exec(className ?? '')?.[1]
  const text = typeof children === 'string' ? children : ''
  if (language === undefined && !text.includes('\n')) return <code className="site-code">{children}</code>
  const known = Object.entries(LANGUAGES).find(([name]) => name === language)?.[1]
  return <CodeBlock code={text.trimEnd()} language={known ?? 'text'} />
}

/** A source has its own box. */
const Block: NonNullable<Components['pre']> = ({ children }) => children

/** A wide table scrolls in its own box, which the keyboard can reach. */
const Table: NonNullable<Components['table']> = ({ children }) => (
  <div className="site-table" role="group" aria-label="Table" tabIndex={0}>
    <table>{children}</table>
  </div>
)
