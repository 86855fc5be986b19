import { describe, expect, it } from 'vitest'

import { draw, drawn, expectAccessible, within } from '../../../test/draw.js'
import './haiilo-card.js'
import type { HaiiloCard, HeadingLevel } from './haiilo-card.js'

describe('haiilo-card', () => {
  it('has a heading of level 2 by default', async () => {
    const card = await draw<HaiiloCard>('<haiilo-card heading="Canteen"><p>Closed</p></haiilo-card>')
    const level = (): string | null => within(card, '[role="heading"]').getAttribute('aria-level')
    expect([within(card, '[role="heading"]').textContent, level()]).toEqual(['Canteen', '2'])
    card.setAttribute('level', '4')
    await drawn(document)
    expect(level()).toBe('4')
    await expectAccessible()
  })

  it.each<[unknown, string]>([
    [0, '2'],
    [-3, '1'],
    [3.7, '3'],
    [1e9, '6'],
    [Infinity, '6'],
    [NaN, '2'],
    [null, '2'],
    ['3', '3'],
    [{}, '2'],
  ])('turns the level %j into %s', async (level, shown) => {
    const card = await draw<HaiiloCard>('<haiilo-card heading="Canteen"></haiilo-card>')
    card.level = level as HeadingLevel
    await drawn(document)
    expect(within(card, '[role="heading"]').getAttribute('aria-level')).toBe(shown)
  })

  it('takes no space for empty slots, and has no heading without a text', async () => {
    const card = await draw<HaiiloCard>('<haiilo-card></haiilo-card>')
    expect(card.offsetHeight).toBe(40)
    expect(card.shadowRoot?.querySelector('[role="heading"]')).toBe(null)
    await expectAccessible()
  })

  it('shows the header above and the footer below the content', async () => {
    const card = await draw<HaiiloCard>(
      '<haiilo-card heading="Canteen"><a slot="footer" href="#menu">Menu</a><p>Closed</p><button slot="header">Hide</button></haiilo-card>',
    )
    const tops = ['button', 'p', 'a'].map((selector) => card.querySelector(selector)?.getBoundingClientRect().top ?? 0)
    expect(tops).toEqual(tops.toSorted((one, other) => one - other))
    await expectAccessible()
  })

  it('wraps a long word in the heading and in the content', async () => {
    const word = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'
    const place = await draw(
      `<div><haiilo-card heading="${word}"><button slot="header">Ausblenden</button><p>${word}</p></haiilo-card></div>`,
    )
    place.style.inlineSize = '280px'
    expect(place.scrollWidth).toBe(280)
  })
})
