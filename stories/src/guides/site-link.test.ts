import { describe, expect, it } from 'vitest'

import { siteLink } from './site-link.js'

describe('siteLink', () => {
  it.each([
    ['another guide', './height.md', 'docs/guides/concepts.md', '?path=/docs/guides-height--docs'],
    [
      'a heading of another guide',
      '../testing.md#jest',
      'docs/guides/height.md',
      '?path=/docs/guides-testing--docs#jest',
    ],
    [
      'a guide from a README',
      '../../docs/guides/height.md',
      'packages/core/README.md',
      '?path=/docs/guides-height--docs',
    ],
    ['a component', './switch.md', 'stories/src/components/notes/checkbox.md', '?path=/docs/components-switch--docs'],
    ['a README that is a page', '../packages/sandbox/README.md', 'docs/testing.md', '?path=/docs/guides-sandbox--docs'],
    ['a heading of the same page', '#jest', 'docs/testing.md', '#jest'],
    ['another site', 'https://web.dev/baseline', 'docs/browsers.md', 'https://web.dev/baseline'],
    ['an e-mail address', 'mailto:help@example.com', 'docs/browsers.md', 'mailto:help@example.com'],
  ])('rewrites a link to %s', (_, href, from, address) => {
    expect(siteLink(href, from, false)).toBe(address)
    expect(siteLink(href, from, true)).toBe(address)
  })

  it.each([
    ['../errors/ERR_HEIGHT_LOOP.md', 'docs/guides/height.md', '../errors/ERR_HEIGHT_LOOP.html'],
    ['../checks/README.md', 'docs/guides/deployment.md', '../checks/index.html'],
    ['./contract.md', 'docs/testing.md', '../guides/contract.html'],
    ['../../packages/core/README.md#trust', 'docs/guides/height.md', '../packages/core/index.html#trust'],
  ])('%s is a page of the site around this Storybook', (href, from, address) => {
    expect(siteLink(href, from, true)).toBe(address)
    expect(siteLink(href, from, false)).toBeUndefined()
  })

  it('has no address for a file that is only in the repository', () => {
    expect(siteLink('../consumers/jest', 'docs/testing.md', true)).toBeUndefined()
  })
})
