import { describe, expect, it } from 'vitest'

import { siteLink } from './site-link.js'

describe('siteLink', () => {
  it.each([
    ['another guide', './height.md', 'docs/guides/sandbox.md', '?path=/docs/guides-height--docs'],
    [
      'a heading of another guide',
      '../testing.md#jest',
      'docs/guides/sandbox.md',
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
    expect(siteLink(href, from)).toBe(address)
  })

  it('has no address for a file that is only in the repository', () => {
    expect(siteLink('../consumers/jest', 'docs/testing.md')).toBeUndefined()
  })
})
