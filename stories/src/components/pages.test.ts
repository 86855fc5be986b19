import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { elements } from './elements.js'
import { examples } from './examples.js'

/** Described on the page of the component that contains it. */
const PARTS: Readonly<Record<string, string>> = { 'haiilo-tab': 'tabs' }

const pages = [...elements.keys()].map((tag) => ({ tag, page: PARTS[tag] ?? tag.replace('haiilo-', '') }))

describe('the pages of the components', () => {
  it.each(pages)('$tag has a page with its example', ({ tag, page }) => {
    expect(read(`./${page}.mdx`)).toMatch(new RegExp(`<ComponentPage of=.*["']${tag}["']`))
    expect(examples[`haiilo-${page}`]?.markup).toContain(`<${tag}`)
  })

  it.each(pages)('$tag has its dos and don’ts, its keys and its accessibility', ({ page }) => {
    const sections = read(`./notes/${page}.md`).split(/^## /m)
    const titles = sections.map((section) => section.split('\n')[0])
    expect(titles).toEqual(['', "Do and don't", 'Keyboard', 'Accessibility'])
    expect(sections[1]).toMatch(/^- \*\*Do\*\* \w/m)
    expect(sections[1]).toMatch(/^- \*\*Don't\*\* \w/m)
    expect(sections[2]).toMatch(/^\| `\w+`/m)
    expect(sections[3]).toMatch(/^- \w/m)
  })

  it('there is no example without a component', () => {
    expect(Object.keys(examples).filter((tag) => !elements.has(tag))).toEqual([])
  })
})

function read(path: string): string {
  const file = new URL(path, import.meta.url)
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}
