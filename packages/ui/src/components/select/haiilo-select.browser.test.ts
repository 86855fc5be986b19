import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { userEvent } from 'vitest/browser'

import { draw, drawn, expectAccessible, within } from '../../../test/draw.js'
import type { FieldOption } from '../../field/field-option.js'
import type { OverlayReport } from '../../lib/report-overlay.js'
import './haiilo-select.js'
import type { HaiiloSelect } from './haiilo-select.js'

const CITIES: readonly FieldOption[] = [
  { value: 'bern', label: 'Bern', description: 'Closed on Mondays' },
  { value: 'berlin', label: 'Berlin' },
  { value: 'bonn', label: 'Bonn', disabled: true },
  { value: 'newark', label: 'Newark' },
  { value: 'new-york', label: 'New York' },
  { value: 'aerzen', label: 'Ärzen' },
]

const controlOf = (select: Element): HTMLElement => within(select, '[role="combobox"]')
const listOf = (select: Element): HTMLElement => within(select, '[role="listbox"]')
const isOpen = (select: Element): boolean => listOf(select).matches(':popover-open')

function optionsOf(select: Element): HTMLElement[] {
  return [...listOf(select).querySelectorAll<HTMLElement>('[role="option"]')]
}

/** Clicks by script: browser drivers cannot reach into a closed shadow root. */
function clickByScript(element: HTMLElement | undefined): void {
  element?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }))
  element?.click()
}

/** The label of the active option, as exposed to assistive technology. */
function activeOf(select: Element): string | undefined {
  const id = controlOf(select).getAttribute('aria-activedescendant')
  return id ? within(select, `#${id}`).innerText.split('\n')[0] : undefined
}

async function press(keys: string): Promise<void> {
  await userEvent.keyboard(keys)
  await drawn(document)
}

async function drawSelect(attributes = '', options: unknown = CITIES): Promise<HaiiloSelect> {
  const select = await draw<HaiiloSelect>(`<haiilo-select label="City" ${attributes}></haiilo-select>`)
  select.options = options as FieldOption[]
  await drawn(document)
  select.focus()
  return select
}

/** Records events until the end of the test. */
function record<Entry>(target: EventTarget, types: readonly string[], read: (event: Event) => Entry): Entry[] {
  const entries: Entry[] = []
  const listen = (event: Event): unknown => entries.push(read(event))
  for (const type of types) target.addEventListener(type, listen)
  onTestFinished(() => types.forEach((type) => target.removeEventListener(type, listen)))
  return entries
}

describe('haiilo-select', () => {
  it('is a combobox with the label as its name, and hint and error as its description', async () => {
    const select = await drawSelect('hint="Where you eat" value="berlin"')
    const control = controlOf(select)
    expect(within(select, `#${control.getAttribute('aria-labelledby') ?? ''}`).textContent).toContain('City')
    expect(control.getAttribute('aria-describedby')).toBe('hint error')
    expect([control.ariaExpanded, control.textContent.trim(), isOpen(select)]).toEqual(['false', 'Berlin', false])
    await expectAccessible()
  })

  it('shows its options with the chosen one marked', async () => {
    const select = await drawSelect('value="berlin"')
    await userEvent.click(controlOf(select))
    const options = optionsOf(select)
    expect([controlOf(select).ariaExpanded, isOpen(select), options.length]).toEqual(['true', true, 6])
    expect(options.map(({ ariaSelected }) => ariaSelected)).toEqual([
      'false',
      'true',
      'false',
      'false',
      'false',
      'false',
    ])
    expect(options[2]?.ariaDisabled).toBe('true')
    expect(within(select, '.description').textContent).toBe('Closed on Mondays')
    await expectAccessible()
  })

  it('takes its name from aria-label without a label', async () => {
    const select = await drawSelect('aria-label="Town"')
    select.label = ''
    await press('{Enter}')
    expect([controlOf(select).ariaLabel, listOf(select).ariaLabel]).toEqual(['Town', 'Town'])
    await expectAccessible()
  })

  it.each([
    ['{ArrowDown}', 'Berlin'],
    ['{Alt>}{ArrowDown}{/Alt}', 'Berlin'],
    ['{Enter}', 'Berlin'],
    [' ', 'Berlin'],
    ['{ArrowUp}', 'Bern'],
    ['{Home}', 'Bern'],
    ['{End}', 'Ärzen'],
    ['n', 'Newark'],
    ['x', 'Berlin'],
  ])('opens on %s with %s active', async (key, active) => {
    const select = await drawSelect('value="berlin"')
    await press(key)
    expect([isOpen(select), activeOf(select), select.value]).toEqual([true, active, 'berlin'])
  })

  it('opens without an active option if none is chosen, so that Tab chooses nothing', async () => {
    const select = await drawSelect()
    await press(' ')
    expect([isOpen(select), activeOf(select)]).toEqual([true, undefined])
    await press('{Tab}')
    expect([isOpen(select), select.value]).toEqual([false, ''])
  })

  it.each([
    ['{ArrowDown}', 'Newark'],
    ['{ArrowUp}', 'Bern'],
    ['{ArrowUp}{ArrowUp}', 'Bern'],
    ['{PageDown}', 'Ärzen'],
    ['{PageDown}{ArrowDown}', 'Ärzen'],
    ['{End}{PageUp}', 'Bern'],
    ['{End}', 'Ärzen'],
    ['{Home}', 'Bern'],
    ['b', 'Bern'],
    ['bb', 'Berlin'],
    ['ne', 'Newark'],
    ['new y', 'New York'],
    ['a', 'Ärzen'],
    ['bo', 'Bern'],
  ])('moves with %s from Berlin to %s while open, skipping disabled options', async (keys, active) => {
    const select = await drawSelect('value="berlin"')
    await press('{Enter}')
    await press(keys)
    expect([isOpen(select), activeOf(select), select.value]).toEqual([true, active, 'berlin'])
    expect(listOf(select).querySelectorAll('.active').length).toBe(1)
  })

  it.each(['{Enter}', ' ', '{Tab}', '{Alt>}{ArrowUp}{/Alt}'])(
    'chooses with %j, closes, and fires input and change once',
    async (key) => {
      const select = await drawSelect('value="berlin"')
      const events = record(document, ['input', 'change'], (event) => [event.type, event.target, select.value])
      await press('{Enter}')
      await press('{ArrowDown}')
      await press(key)
      expect([isOpen(select), controlOf(select).textContent.trim()]).toEqual([false, 'Newark'])
      expect(events).toEqual([
        ['input', select, 'newark'],
        ['change', select, 'newark'],
      ])
      expect(select.matches(':focus')).toBe(key !== '{Tab}')
    },
  )

  it('closes on Escape without choosing, and stops that key event', async () => {
    const select = await drawSelect('value="berlin"')
    const types = record(document, ['keydown', 'change'], ({ type }) => type)
    await press('{Enter}{ArrowDown}')
    types.length = 0
    await press('{Escape}')
    expect([isOpen(select), select.value, select.matches(':focus'), types]).toEqual([false, 'berlin', true, []])
    await press('{Escape}')
    expect(types).toEqual(['keydown'])
  })

  it('fires no event when the chosen option is chosen again', async () => {
    const select = await drawSelect('value="berlin"')
    const events = record(document, ['input', 'change'], ({ type }) => type)
    await press('{Enter}')
    await press('{Enter}')
    expect([isOpen(select), events]).toEqual([false, []])
  })

  it('ignores keys with Ctrl and keys that it does not use', async () => {
    const select = await drawSelect()
    const prevented = record(document, ['keydown'], ({ defaultPrevented }) => defaultPrevented)
    await press('{Control>}a{/Control}{F2}{ArrowLeft}')
    expect([isOpen(select), prevented]).toEqual([false, [false, false, false, false]])
  })

  it('opens and chooses by mouse, keeps the focus, and ignores disabled options', async () => {
    const select = await drawSelect()
    await userEvent.click(controlOf(select))
    await userEvent.click(optionsOf(select)[2] as HTMLElement, { force: true })
    expect([isOpen(select), select.value]).toEqual([true, ''])
    await userEvent.click(within(select, '.description'))
    await drawn(document)
    expect([isOpen(select), select.value, select.matches(':focus')]).toEqual([false, 'bern', true])
    await userEvent.click(controlOf(select))
    await userEvent.click(controlOf(select))
    await drawn(document)
    expect(isOpen(select)).toBe(false)
  })

  it('closes on a press outside, and when it loses the focus', async () => {
    const select = await drawSelect()
    await press('{Enter}')
    await userEvent.click(within(select, 'label'))
    await drawn(document)
    expect(isOpen(select)).toBe(false)
    await press('{Enter}')
    expect(isOpen(select)).toBe(true)
    controlOf(select).blur()
    await drawn(document)
    expect(isOpen(select)).toBe(false)
  })

  it('works in a closed shadow root', async () => {
    const place = await draw('<div></div>')
    const root = place.attachShadow({ mode: 'closed' })
    const select = document.createElement('haiilo-select')
    Object.assign(select, { label: 'City', options: CITIES })
    root.append(select)
    await drawn(root)
    clickByScript(controlOf(select))
    await drawn(root)
    expect(isOpen(select)).toBe(true)
    clickByScript(optionsOf(select)[1])
    expect(select.value).toBe('berlin')
  })

  it('reports its list as an overlay while it is open, and reports when it is removed', async () => {
    const select = await drawSelect()
    const events = record(document, ['haiilo-overlay'], (event) => {
      const { element, open } = (event as CustomEvent<OverlayReport>).detail
      return [element, open, element.matches(':popover-open')]
    })
    const list = listOf(select)
    await press('{Enter}')
    await press('{Escape}')
    expect(events.splice(0)).toEqual([
      [list, true, true],
      [list, false, false],
    ])
    const place = select.parentElement
    await press('{Enter}')
    select.remove()
    expect(events.splice(0).map(([, open]) => open)).toEqual([true, false])
    place?.append(select)
    await drawn(document)
    expect([isOpen(select), controlOf(select).ariaExpanded, events]).toEqual([false, 'false', []])
  })

  it('closes when it is disabled while open, and does not open again', async () => {
    const select = await drawSelect()
    controlOf(select).blur()
    clickByScript(controlOf(select))
    await drawn(document)
    expect(isOpen(select)).toBe(true)
    select.disabled = true
    await drawn(document)
    expect([isOpen(select), controlOf(select).ariaDisabled, controlOf(select).tabIndex]).toEqual([false, 'true', -1])
    clickByScript(controlOf(select))
    await drawn(document)
    expect([isOpen(select), controlOf(select).ariaExpanded]).toEqual([false, 'false'])
    await expectAccessible()
  })

  it('ignores a key event that a listener of the page prevented', async () => {
    const select = await drawSelect()
    select.addEventListener('keydown', (event) => event.preventDefault(), { capture: true })
    await press('{Enter}')
    expect(isOpen(select)).toBe(false)
  })

  it('keeps its list below it with the same width when it moves', async () => {
    const select = await drawSelect()
    await press('{Enter}')
    const below = (): number =>
      listOf(select).getBoundingClientRect().top - controlOf(select).getBoundingClientRect().bottom
    expect(listOf(select).getBoundingClientRect().width).toBe(controlOf(select).getBoundingClientRect().width)
    const distance = below()
    expect([distance >= 0, distance < 8]).toEqual([true, true])
    Object.assign(select.style, { marginTop: '300px', width: '200px' })
    await vi.waitFor(() => {
      expect(below()).toBeCloseTo(distance, 1)
      expect(listOf(select).getBoundingClientRect().width).toBe(200)
    })
  })

  it.for(['body', 'html'])('keeps its list below it with a zoom on %s', async (name) => {
    const zoomed = document.querySelector<HTMLElement>(name)!
    zoomed.style.zoom = '1.5'
    onTestFinished(() => {
      zoomed.style.zoom = ''
      scrollTo(0, 0)
    })
    const select = await drawSelect()
    select.style.marginTop = '400px'
    zoomed.style.paddingBottom = '2000px'
    onTestFinished(() => void (zoomed.style.paddingBottom = ''))
    scrollTo(0, 300)
    await press('{Enter}')
    await vi.waitFor(() => {
      const [list, control] = [listOf(select).getBoundingClientRect(), controlOf(select).getBoundingClientRect()]
      expect(list.left).toBeCloseTo(control.left, 0)
      expect(list.width).toBeCloseTo(control.width, 0)
      expect(list.top).toBeGreaterThanOrEqual(control.bottom)
      expect(list.top).toBeLessThan(control.bottom + 12)
    })
  })

  it('lets the page scroll to the end of its list if the frame does not grow', async () => {
    const select = await drawSelect()
    select.style.marginTop = `${innerHeight - 60}px`
    await press('{End}')
    await vi.waitFor(() => expect(scrollY).toBeGreaterThan(0))
    await vi.waitFor(() =>
      expect(optionsOf(select)[5]?.getBoundingClientRect().bottom).toBeLessThanOrEqual(innerHeight),
    )
    await press('{Escape}')
  })

  it('adds value and validity to its form, and follows reset and restore', async () => {
    const form = await draw<HTMLFormElement>(
      '<form><haiilo-select label="City" name="city" value="moon" required><option value="bern">Bern</option></haiilo-select></form>',
    )
    const select = form.querySelector('haiilo-select') as HaiiloSelect
    expect([select.checkValidity(), ...new FormData(form)]).toEqual([false])
    select.value = 'bern'
    expect([select.checkValidity(), ...new FormData(form)]).toEqual([true, ['city', 'bern']])
    form.reset()
    expect(select.value).toBe('moon')
    select.options = [
      { value: '', label: 'No city' },
      { value: 'bonn', label: 'Bonn' },
    ]
    select.formStateRestoreCallback('bonn')
    expect([select.checkValidity(), ...new FormData(form)]).toEqual([true, ['city', 'bonn']])
    select.value = ''
    expect([select.checkValidity(), ...new FormData(form)]).toEqual([false, ['city', '']])
  })

  it('shows an error in the language of the page after the person leaves it without a choice', async () => {
    const select = await drawSelect('required lang="de"')
    expect(controlOf(select).textContent.trim()).toBe('Bitte wählen …')
    await press('{Enter}{Tab}')
    expect(within(select, '#error').textContent).toBe('Bitte wählen Sie eine Möglichkeit.')
    expect(controlOf(select).ariaInvalid).toBe('true')
    await expectAccessible()
  })

  it('does nothing in a disabled fieldset', async () => {
    const place = await draw(
      '<form><fieldset disabled><haiilo-select label="City" name="city" value="bern"><option>bern</option></haiilo-select></fieldset></form>',
    )
    const select = place.querySelector('haiilo-select') as HaiiloSelect
    await userEvent.tab()
    await userEvent.click(controlOf(select), { force: true })
    await drawn(document)
    expect([isOpen(select), ...new FormData(place as HTMLFormElement)]).toEqual([false])
  })

  it('shows that there is nothing to choose from if the list of options is empty', async () => {
    const select = await drawSelect('', [])
    await press('{Enter}{ArrowDown}{End}')
    expect([isOpen(select), listOf(select).textContent.trim()]).toEqual([true, 'Nothing to choose from'])
    await expectAccessible()
    await press('{Enter}')
    expect([isOpen(select), select.value]).toEqual([false, ''])
  })

  describe('without options', () => {
    const shown = (select: HaiiloSelect): string => controlOf(select).innerText.trim()

    function spyOnWarnings(): unknown[] {
      const warnings: unknown[] = []
      const warn = vi.spyOn(console, 'warn').mockImplementation((text: unknown) => warnings.push(text))
      onTestFinished(() => warn.mockRestore())
      return warnings
    }

    beforeEach(() => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
      onTestFinished(() => void vi.useRealTimers())
    })

    /** Lets the time pass in which options can arrive. */
    function stopWaiting(): void {
      vi.advanceTimersByTime(2000)
      vi.useRealTimers()
    }

    it.each([
      ['en', 'Nothing to choose from'],
      ['de', 'Nichts zur Auswahl'],
    ])('shows a message in the field in %s, and warns once in the console', async (language, text) => {
      const warnings = spyOnWarnings()
      const select = await draw<HaiiloSelect>(
        `<haiilo-select label="Canteen" lang="${language}" placeholder="…"></haiilo-select>`,
      )
      expect([shown(select), warnings]).toEqual(['…', []])
      stopWaiting()
      await expect.poll(() => shown(select)).toBe(text)
      select.hint = 'Ask'
      await drawn(document)
      await expectAccessible()
      expect(warnings).toEqual(['<haiilo-select> needs `options` or <option> elements.'])
    })

    it.each<[name: string, give: (select: HaiiloSelect) => void]>([
      ['the property', (select) => (select.options = [{ value: 'n', label: 'North' }])],
      ['the slot', (select) => (select.innerHTML = '<option value="n">North</option>')],
    ])('waits for options in %s, and also shows them after the timeout', async (_, give) => {
      const warnings = spyOnWarnings()
      const [early, late] = await Promise.all([
        draw<HaiiloSelect>('<haiilo-select label="Canteen" value="n"></haiilo-select>'),
        draw<HaiiloSelect>('<haiilo-select label="Table" value="n"></haiilo-select>'),
      ])
      give(early)
      await drawn(document)
      stopWaiting()
      await expect.poll(() => shown(late)).toBe('Nothing to choose from')
      expect([shown(early), warnings]).toEqual(['North', [expect.stringContaining('needs `options`')]])
      give(late)
      await expect.poll(() => shown(late)).toBe('North')
    })

    it('does not warn about an empty list that the page set', async () => {
      const warnings = spyOnWarnings()
      const select = await draw<HaiiloSelect>('<haiilo-select label="Canteen"></haiilo-select>')
      select.options = []
      await drawn(document)
      stopWaiting()
      await expect.poll(() => shown(select)).toBe('Nothing to choose from')
      expect(warnings).toEqual([])
    })
  })

  it('compares typed letters by the rules of its language', async () => {
    const options = ['Älmhult', 'Arvika'].map((label) => ({ value: label, label }))
    for (const [language, city] of [
      ['sv', 'Arvika'],
      ['de', 'Älmhult'],
    ] as const) {
      const select = await draw<HaiiloSelect>(`<haiilo-select label="City" lang="${language}"></haiilo-select>`)
      select.options = options
      await drawn(document)
      select.focus()
      await press('a{Enter}')
      expect(select.value).toBe(city)
    }
  })

  it('keeps the active option when the options change while it is open', async () => {
    const select = await drawSelect('value="berlin"')
    await press('{Enter}{ArrowDown}')
    select.options = CITIES.slice(1)
    await drawn(document)
    expect(activeOf(select)).toBe('Newark')
    expect(listOf(select).querySelector('.active')?.textContent.trim()).toBe('Newark')
    select.options = CITIES.slice(0, 2)
    await drawn(document)
    expect([activeOf(select), listOf(select).querySelector('.active')]).toEqual([undefined, null])
    await press('{Enter}')
    expect(select.value).toBe('berlin')
  })

  it('works with 10,000 options', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({ value: `${index}`, label: `Option ${index}` }))
    const select = await drawSelect('value="5000"', many)
    await press('{Enter}')
    const list = listOf(select).getBoundingClientRect()
    const active = within(select, '.active').getBoundingClientRect()
    expect([list.height < 300, active.top >= list.top, active.bottom <= list.bottom]).toEqual([true, true, true])
    await press('{End}')
    expect(activeOf(select)).toBe('Option 9999')
    await press('option 123{Enter}')
    expect(select.value).toBe('123')
    expect(listOf(select).childElementCount).toBe(0)
  })

  it.each([null, undefined, 5, 'text', {}, Symbol('odd'), Object.create(null), [null, 5, [], { value: {} }]])(
    'accepts %o as options, value and placeholder without throwing',
    async (odd: unknown) => {
      const select = await draw<HaiiloSelect>('<haiilo-select label="City" required></haiilo-select>')
      Object.assign(select, { options: odd, value: odd, placeholder: odd })
      expect(select.checkValidity()).toBe(false)
      await drawn(document)
      select.focus()
      await press('{Enter}{ArrowDown}')
      expect(isOpen(select)).toBe(true)
    },
  )
})
