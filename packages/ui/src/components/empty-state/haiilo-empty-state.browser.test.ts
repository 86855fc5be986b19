import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'

import { draw, expectAccessible, within } from '../../../test/draw.js'
import '../button/haiilo-button.js'
import './haiilo-empty-state.js'
import type { HaiiloEmptyState } from './haiilo-empty-state.js'

describe('haiilo-empty-state', () => {
  it('has a heading with the given level, and an action that the keyboard reaches', async () => {
    const empty = await draw<HaiiloEmptyState>(
      `<haiilo-empty-state heading="No menu yet" level="3">
        <svg slot="icon" viewBox="0 0 1 1" width="48" height="48" aria-hidden="true"></svg>
        <p>It comes on Monday.</p>
        <haiilo-button slot="action">Choose a canteen</haiilo-button>
      </haiilo-empty-state>`,
    )
    expect(within(empty, '[role="heading"]').getAttribute('aria-level')).toBe('3')
    await userEvent.tab()
    expect(document.activeElement).toBe(empty.querySelector('haiilo-button'))
    await expectAccessible()
  })

  it('centres the icon and the action', async () => {
    const empty = await draw<HaiiloEmptyState>(
      '<haiilo-empty-state heading="No menu"><svg slot="icon" width="48" height="48"></svg><button slot="action">Go</button></haiilo-empty-state>',
    )
    const middle = ({ left, right }: DOMRect): number => Math.round((left + right) / 2)
    for (const child of empty.children) {
      expect(middle(child.getBoundingClientRect())).toBe(middle(empty.getBoundingClientRect()))
    }
  })

  it('renders without a heading, and wraps a long word', async () => {
    const place = await draw(
      '<div><haiilo-empty-state>Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz</haiilo-empty-state></div>',
    )
    place.style.inlineSize = '280px'
    expect(place.scrollWidth).toBe(280)
    expect(place.firstElementChild?.shadowRoot?.querySelector('[role="heading"]')).toBe(null)
    await expectAccessible()
  })
})
