import { AnchorMdx, Markdown } from '@storybook/addon-docs/blocks'
import type { ImgHTMLAttributes, AnchorHTMLAttributes, ReactNode } from 'react'

import { repositoryPath, siteLink } from './site-link.js'

/** The pictures of the documentation, by their paths in the repository. */
const pictures: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(
    import.meta.glob<string>('../../../docs/images/*.png', { query: '?url', import: 'default', eager: true }),
  ).map(([path, url]) => [path.replace(/^(?:\.\.\/)+/, ''), url]),
)

/** The documentation site has this Storybook in a folder. */
const isInSite = /\/storybook\/[^/]*$/.test(location.pathname)

interface SiteMarkdownProps {
  readonly children: string
  /** The path of the file in the repository. */
  readonly from: string
}

/** Shows a Markdown file of the repository. Its links lead to pages of this site. */
export function SiteMarkdown({ children, from }: SiteMarkdownProps): ReactNode {
  const Link = ({ href = '', children: text, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement>): ReactNode => {
    const address = siteLink(href, from, isInSite)
    // a file that is only in the repository
    if (address === undefined) return <span title={repositoryPath(href, from).path}>{text}</span>
    if (address.startsWith('../')) {
      return (
        <a {...rest} href={address} target="_top">
          {text}
        </a>
      )
    }
    return (
      <AnchorMdx {...rest} href={address} target={/^https?:/.test(address) ? '_blank' : '_self'}>
        {text}
      </AnchorMdx>
    )
  }
  const Picture = ({ src = '', alt }: ImgHTMLAttributes<HTMLImageElement>): ReactNode => (
    <img src={pictures[repositoryPath(src, from).path]} alt={alt} className="site-picture" />
  )
  return <Markdown options={{ overrides: { a: Link, img: Picture } }}>{children}</Markdown>
}
