import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'

import { draw, drawn, expectAccessible, within } from '../../../test/draw.js'
import '../button/haiilo-button.js'
import './haiilo-alert.js'
import type { AlertLive, AlertTone, HaiiloAlert } from './haiilo-alert.js'

const iconOf = (alert: HaiiloAlert): Element => within(alert, 'svg')

describe('haiilo-alert', () => {
  it.each([
    ['info', 'Information', 'Hinweis'],
    ['success', 'Success', 'Erfolg'],
    ['warning', 'Warning', 'Warnung'],
    ['danger', 'Error', 'Fehler'],
  ])('names the tone %s for screen readers', async (tone, english, german) => {
    const alert = await draw<HaiiloAlert>(
      `<haiilo-alert tone="${tone}" heading="Canteen"><p>Closed. <a href="#more">Read more</a></p>
        <haiilo-button slot="action" variant="text">Later</haiilo-button></haiilo-alert>`,
    )
    expect(iconOf(alert).getAttribute('aria-label')).toBe(english)
    await expectAccessible()
    alert.lang = 'de'
    await expect.poll(() => iconOf(alert).getAttribute('aria-label')).toBe(german)
  })

  it.each<[unknown]>([['purple'], ['constructor'], [''], [null], [{}]])(
    'falls back to info with the tone %j',
    async (tone) => {
      const alert = await draw<HaiiloAlert>('<haiilo-alert>Closed</haiilo-alert>')
      alert.tone = tone as AlertTone
      await drawn(document)
      expect(iconOf(alert).getAttribute('aria-label')).toBe('Information')
      await expectAccessible()
    },
  )

  it.each<[AlertLive, string | null]>([
    ['off', null],
    ['polite', 'status'],
    ['assertive', 'alert'],
    ['constructor' as AlertLive, null],
  ])('with live %j has the role %j', async (live, role) => {
    const alert = await draw<HaiiloAlert>(`<haiilo-alert live="${live}">Closed</haiilo-alert>`)
    expect(within(alert, '.alert').getAttribute('role')).toBe(role)
  })

  it('gives links in its text the colour of the text, except links with a class', async () => {
    const alert = await draw<HaiiloAlert>(
      '<haiilo-alert tone="danger"><p><a id="plain" href="#1">More</a> <a id="own" class="own" href="#2">More</a></p></haiilo-alert>',
    )
    const colour = (selector: string): string => getComputedStyle(alert.querySelector(selector) as Element).color
    expect(colour('#plain')).toBe(colour('p'))
    expect(colour('#own')).not.toBe(colour('p'))
  })

  it('styles links in a shadow root too, and adds its style sheet to each tree once', async () => {
    const host = await draw('<div></div>')
    const root = host.attachShadow({ mode: 'open' })
    root.innerHTML = '<haiilo-alert><p><a href="#1">More</a></p></haiilo-alert><haiilo-alert>Closed</haiilo-alert>'
    await drawn(root)
    expect(getComputedStyle(root.querySelector('a') as Element).color).toBe('rgb(0, 0, 0)')
    expect(root.adoptedStyleSheets).toHaveLength(1)
    root.append(root.firstElementChild as Element)
    expect(root.adoptedStyleSheets).toHaveLength(1)
  })

  it('has links and actions that the keyboard reaches, with a visible focus ring', async () => {
    const alert = await draw<HaiiloAlert>(
      '<haiilo-alert><p><a href="#1">More</a></p><haiilo-button slot="action">Retry</haiilo-button></haiilo-alert>',
    )
    await userEvent.tab()
    expect(document.activeElement).toBe(alert.querySelector('a'))
    await userEvent.tab()
    const button = alert.querySelector('haiilo-button') as Element
    expect(document.activeElement).toBe(button)
    const { outlineColor, outlineStyle } = getComputedStyle(within(button, 'button'))
    expect([outlineColor, outlineStyle]).toEqual(['rgb(0, 113, 255)', 'solid'])
  })

  it('trims the outer margins of its paragraphs, also with an action below them', async () => {
    const alert = await draw<HaiiloAlert>(
      '<haiilo-alert><p>Closed</p><p>On Friday</p><button slot="action">Hide</button></haiilo-alert>',
    )
    const margins = [...alert.querySelectorAll('p')].map((paragraph) => {
      const { marginBlockStart, marginBlockEnd } = getComputedStyle(paragraph)
      return [marginBlockStart, marginBlockEnd]
    })
    expect(margins).toEqual([
      ['0px', '15px'],
      ['15px', '0px'],
    ])
  })

  it('renders without content, and wraps a long word', async () => {
    const place = await draw(
      '<div><haiilo-alert></haiilo-alert><haiilo-alert heading="Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"></haiilo-alert></div>',
    )
    place.style.inlineSize = '280px'
    expect(place.scrollWidth).toBe(280)
    await expectAccessible()
  })
})
