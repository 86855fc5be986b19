import { describe, expect, it } from 'vitest'

import { draw, drawn, expectAccessible, within } from '../../../test/draw.js'
import './haiilo-user.js'
import type { HaiiloUser } from './haiilo-user.js'

describe('haiilo-user', () => {
  it('shows initials, name and detail, and hides the initials from screen readers', async () => {
    const user = await draw<HaiiloUser>('<haiilo-user name="Ada Lovelace" detail="Analysis"></haiilo-user>')
    expect(within(user, '.avatar').getAttribute('aria-hidden')).toBe('true')
    expect(within(user, '.name').textContent).toBe('Ada Lovelace')
    expect(within(user, '.detail').textContent).toBe('Analysis')
    await expectAccessible()
  })

  it('is an image with the name of the person with initials-only', async () => {
    const user = await draw<HaiiloUser>(
      '<haiilo-user name="Ada Lovelace" detail="Analysis" initials-only></haiilo-user>',
    )
    const avatar = within(user, '.avatar')
    expect([avatar.role, avatar.ariaLabel, avatar.title]).toEqual(['img', 'Ada Lovelace', 'Ada Lovelace'])
    expect(user.shadowRoot?.querySelector('.text')).toBe(null)
    expect(user.offsetWidth).toBe(40)
    await expectAccessible()
  })

  it.each<[unknown]>([[''], ['  '], ['(deleted)'], [null], [undefined], [42], [{}]])(
    'draws an icon for the name %j',
    async (name) => {
      const user = await draw<HaiiloUser>('<haiilo-user detail="Analysis"></haiilo-user>')
      user.name = name as string
      await drawn(document)
      expect(within(user, '.avatar').offsetWidth).toBe(40)
      user.initialsOnly = true
      await drawn(document)
      await expectAccessible()
    },
  )

  it.each([
    ['s', 32],
    ['m', 40],
    ['l', 48],
    ['constructor', 40],
  ])('has a circle of the size %s', async (size, pixels) => {
    const user = await draw<HaiiloUser>(`<haiilo-user name="Ada Lovelace" size="${size}"></haiilo-user>`)
    const { width, height } = within(user, '.avatar').getBoundingClientRect()
    expect([width, height]).toEqual([pixels, pixels])
  })

  it('wraps a long name and shows all of it', async () => {
    const name = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'.repeat(5)
    const place = await draw(`<div><haiilo-user name="${name}"></haiilo-user></div>`)
    place.style.inlineSize = '280px'
    const user = place.firstElementChild as HaiiloUser
    expect(place.scrollWidth).toBe(280)
    expect(within(user, '.name').textContent).toBe(name)
    expect(within(user, '.avatar').offsetWidth).toBe(40)
  })

  it('keeps a right-to-left name next to its circle', async () => {
    const user = await draw<HaiiloUser>('<haiilo-user name="محمد علي"></haiilo-user>')
    const gap = within(user, 'bdi').getBoundingClientRect().left - within(user, '.avatar').getBoundingClientRect().right
    expect(gap).toBeLessThan(16)
    expect(getComputedStyle(within(user, 'bdi')).direction).toBe('rtl')
  })
})
