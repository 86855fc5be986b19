import { describe, expect, it } from 'vitest'
import { cdp, userEvent } from 'vitest/browser'

import { draw, drawn, expectAccessible, within } from '../../../test/draw.js'
import './haiilo-tabs.js'
import type { HaiiloTab, HaiiloTabs } from './haiilo-tabs.js'

const THREE = `
  <haiilo-tab name="menu" label="Menu"><p>Soup</p></haiilo-tab>
  <haiilo-tab name="times" label="Times"><button>Call</button></haiilo-tab>
  <haiilo-tab name="prices" label="Prices"><p>Two</p></haiilo-tab>`

const buttonsOf = (tabs: Element): readonly HTMLButtonElement[] => [
  ...(tabs.shadowRoot?.querySelectorAll<HTMLButtonElement>('[role="tab"]') ?? []),
]

const labelsOf = (tabs: Element): readonly string[] => buttonsOf(tabs).map((button) => button.textContent.trim())

/** The labels of the selected button and of the visible panel. They must be equal. */
function shownIn(tabs: Element): readonly (string | undefined)[] {
  const selected = buttonsOf(tabs).filter((button) => button.ariaSelected === 'true')
  const contents = [...tabs.querySelectorAll<HaiiloTab>(':scope > haiilo-tab')].filter((tab) => tab.checkVisibility())
  return [...selected.map((button) => button.textContent.trim()), ...contents.map((tab) => tab.label)]
}

/** The label of the focused button in the list. */
function focusedIn(tabs: Element): string | undefined {
  return tabs.shadowRoot?.activeElement?.textContent.trim()
}

const tabOf = (tabs: Element, name: string): HaiiloTab => tabs.querySelector(`[name="${name}"]`) as HaiiloTab

/** The names of the panels in the accessibility tree of the browser. Only this tree contains the role and name from `ElementInternals`. */
async function exposedPanels(): Promise<readonly unknown[]> {
  const { frameTree } = await cdp().send('Page.getFrameTree')
  const frames = [frameTree, ...(frameTree.childFrames ?? [])].map(({ frame }) => frame.id)
  const trees = await Promise.all(frames.map((frameId) => cdp().send('Accessibility.getFullAXTree', { frameId })))
  const nodes = trees.flatMap(({ nodes }) => nodes)
  return nodes
    .filter(({ ignored, role }) => !ignored && role?.value === 'tabpanel')
    .map(({ name }): unknown => name?.value)
}

async function press(keys: string): Promise<void> {
  await userEvent.keyboard(keys)
  await drawn(document)
}

describe('haiilo-tabs', () => {
  it('lists its tabs and shows the selected one', async () => {
    const tabs = await draw<HaiiloTabs>(`<haiilo-tabs label="Canteen" selected="times">${THREE}</haiilo-tabs>`)
    expect(within(tabs, '[role="tablist"]').ariaLabel).toBe('Canteen')
    expect(labelsOf(tabs)).toEqual(['Menu', 'Times', 'Prices'])
    expect(shownIn(tabs)).toEqual(['Times', 'Times'])
    await expectAccessible()
  })

  it('connects each tab to its content with aria-controls', async () => {
    const tabs = await draw<HaiiloTabs>(`<haiilo-tabs>${THREE}</haiilo-tabs>`)
    expect(buttonsOf(tabs).map((button) => button.ariaControlsElements?.[0])).toEqual([...tabs.children])
  })

  it('exposes its content as a tab panel, named like its tab', async () => {
    const tabs = await draw<HaiiloTabs>(`<haiilo-tabs selected="times">${THREE}</haiilo-tabs>`)
    expect(await exposedPanels()).toEqual(['Times'])
    tabOf(tabs, 'times').label = 'Hours'
    await drawn(document)
    expect(await exposedPanels()).toEqual(['Hours'])
  })

  it('shows the first tab if none is selected', async () => {
    const tabs = await draw<HaiiloTabs>(`<haiilo-tabs>${THREE}</haiilo-tabs>`)
    expect(shownIn(tabs)).toEqual(['Menu', 'Menu'])
  })

  describe('by keyboard', () => {
    it('is one tab stop, and Tab moves on to the content', async () => {
      const tabs = await draw<HaiiloTabs>(`<haiilo-tabs selected="times">${THREE}</haiilo-tabs>`)
      await userEvent.tab()
      expect(focusedIn(tabs)).toBe('Times')
      await userEvent.tab()
      expect(document.activeElement).toBe(tabOf(tabs, 'times'))
      await userEvent.tab()
      expect(document.activeElement).toBe(tabs.querySelector('button'))
    })

    it.each([
      ['ltr', '{ArrowRight}', 'Prices'],
      ['ltr', '{ArrowRight}{ArrowRight}', 'Menu'],
      ['ltr', '{ArrowLeft}', 'Menu'],
      ['ltr', '{ArrowLeft}{ArrowLeft}', 'Prices'],
      ['ltr', '{Home}', 'Menu'],
      ['ltr', '{End}', 'Prices'],
      ['rtl', '{ArrowRight}', 'Menu'],
      ['rtl', '{ArrowLeft}', 'Prices'],
      ['rtl', '{Home}', 'Menu'],
      ['ltr', '{ArrowDown}', 'Times'],
      ['ltr', '{Control>}{ArrowRight}{/Control}', 'Times'],
      ['ltr', '{Shift>}{End}{/Shift}', 'Times'],
    ])('in %s, %s moves from the middle tab to %s and shows it', async (direction, keys, label) => {
      const tabs = await draw<HaiiloTabs>(`<haiilo-tabs dir="${direction}" selected="times">${THREE}</haiilo-tabs>`)
      tabs.focus()
      await press(keys)
      expect(focusedIn(tabs)).toBe(label)
      expect(shownIn(tabs)).toEqual([label, label])
    })

    it('skips disabled tabs', async () => {
      const tabs = await draw<HaiiloTabs>(`<haiilo-tabs>${THREE}</haiilo-tabs>`)
      tabOf(tabs, 'times').disabled = true
      await drawn(document)
      tabs.focus()
      await press('{ArrowRight}')
      expect(focusedIn(tabs)).toBe('Prices')
      await expectAccessible()
    })

    it('prevents the default action only of the keys that it uses', async () => {
      const tabs = await draw<HaiiloTabs>(`<haiilo-tabs>${THREE}</haiilo-tabs>`)
      const prevented: string[] = []
      tabs.addEventListener('keydown', (event) => event.defaultPrevented && prevented.push(event.key))
      tabs.focus()
      await press('{End}{ArrowLeft}{ArrowUp}{PageDown}{Home}{Home}')
      expect(prevented).toEqual(['End', 'ArrowLeft', 'Home', 'Home'])
    })

    it('ignores keys pressed in the content', async () => {
      const tabs = await draw<HaiiloTabs>(
        '<haiilo-tabs><haiilo-tab label="Menu"><input aria-label="Search" /></haiilo-tab><haiilo-tab label="Times"></haiilo-tab></haiilo-tabs>',
      )
      tabs.querySelector('input')?.focus()
      await press('{ArrowRight}{End}')
      expect(shownIn(tabs)).toEqual(['Menu', 'Menu'])
    })
  })

  it('fires change only when the person selects another tab', async () => {
    const tabs = await draw<HaiiloTabs>(`<haiilo-tabs>${THREE}</haiilo-tabs>`)
    const selections: string[] = []
    tabs.addEventListener('change', () => selections.push(tabs.selected))
    tabs.selected = 'times'
    await drawn(document)
    expect(selections).toEqual([])
    await userEvent.click(buttonsOf(tabs)[2] as Element)
    await userEvent.click(buttonsOf(tabs)[2] as Element)
    await drawn(document)
    expect(selections).toEqual(['prices'])
    tabs.focus()
    await press('{Home}{Home}')
    expect(selections).toEqual(['prices', 'menu'])
    expect(tabs.getAttribute('selected')).toBe('menu')
  })

  it('stays on the tab that a change listener selects', async () => {
    const tabs = await draw<HaiiloTabs>(`<haiilo-tabs selected="menu">${THREE}</haiilo-tabs>`)
    tabs.addEventListener('change', () => (tabs.selected = 'menu'))
    tabs.focus()
    await press('{ArrowRight}')
    expect([...shownIn(tabs), focusedIn(tabs)]).toEqual(['Menu', 'Menu', 'Menu'])
  })

  it.each<[unknown]>([['gone'], [''], [null], [undefined], [{}], [0], ['constructor']])(
    'keeps the current tab for selected = %j',
    async (selected) => {
      const tabs = await draw<HaiiloTabs>(`<haiilo-tabs selected="times">${THREE}</haiilo-tabs>`)
      tabs.selected = selected as string
      await drawn(document)
      expect(shownIn(tabs)).toEqual(['Times', 'Times'])
    },
  )

  describe('when its tabs change', () => {
    it('lists an added tab, and selects it if `selected` already names it', async () => {
      const tabs = await draw<HaiiloTabs>(`<haiilo-tabs selected="late">${THREE}</haiilo-tabs>`)
      expect(shownIn(tabs)).toEqual(['Menu', 'Menu'])
      const late = document.createElement('haiilo-tab')
      Object.assign(late, { name: 'late', label: 'Late' })
      tabs.prepend(late)
      await expect.poll(() => shownIn(tabs)).toEqual(['Late', 'Late'])
      expect(labelsOf(tabs)).toEqual(['Late', 'Menu', 'Times', 'Prices'])
    })

    it('selects the first tab when the current one is removed, and keeps the focus in the list', async () => {
      const tabs = await draw<HaiiloTabs>(`<haiilo-tabs selected="prices">${THREE}</haiilo-tabs>`)
      tabs.focus()
      tabOf(tabs, 'prices').remove()
      await expect.poll(() => shownIn(tabs)).toEqual(['Menu', 'Menu'])
      expect(focusedIn(tabs)).toBe('Menu')
    })

    it('keeps the current tab and its focus when another one is removed', async () => {
      const tabs = await draw<HaiiloTabs>(`<haiilo-tabs selected="prices">${THREE}</haiilo-tabs>`)
      tabs.focus()
      tabOf(tabs, 'menu').remove()
      await expect.poll(() => labelsOf(tabs)).toEqual(['Times', 'Prices'])
      expect([...shownIn(tabs), focusedIn(tabs)]).toEqual(['Prices', 'Prices', 'Prices'])
    })

    it('keeps the current tab when it is renamed, and shows its new label', async () => {
      const tabs = await draw<HaiiloTabs>(`<haiilo-tabs selected="times">${THREE}</haiilo-tabs>`)
      Object.assign(tabOf(tabs, 'times'), { name: 'hours', label: 'Hours' })
      await expect.poll(() => shownIn(tabs)).toEqual(['Hours', 'Hours'])
    })

    it('selects another tab when the current one is disabled, and keeps the focus in the list', async () => {
      const tabs = await draw<HaiiloTabs>(`<haiilo-tabs selected="times">${THREE}</haiilo-tabs>`)
      tabs.focus()
      tabOf(tabs, 'times').disabled = true
      await expect.poll(() => shownIn(tabs)).toEqual(['Menu', 'Menu'])
      expect(focusedIn(tabs)).toBe('Menu')
    })

    it('moves the focus to the list when the focused content is hidden', async () => {
      const tabs = await draw<HaiiloTabs>(`<haiilo-tabs selected="times">${THREE}</haiilo-tabs>`)
      tabs.querySelector('button')?.focus()
      tabs.selected = 'menu'
      await drawn(document)
      expect(focusedIn(tabs)).toBe('Menu')
    })

    it('does not move a focus that is elsewhere in the page', async () => {
      const tabs = await draw<HaiiloTabs>(`<haiilo-tabs selected="times">${THREE}</haiilo-tabs>`)
      tabs.selected = 'menu'
      await drawn(document)
      expect(document.activeElement).toBe(document.body)
    })
  })

  it('selects the clicked tab among tabs with the same name or without a name', async () => {
    const tabs = await draw<HaiiloTabs>(
      `<haiilo-tabs>
        <haiilo-tab name="a" label="One"></haiilo-tab><haiilo-tab name="a" label="Two"></haiilo-tab><haiilo-tab></haiilo-tab>
      </haiilo-tabs>`,
    )
    expect(shownIn(tabs)).toEqual(['One', 'One'])
    for (const [index, label] of [...['One', 'Two', ''].entries()].reverse()) {
      await userEvent.click(buttonsOf(tabs)[index] as Element)
      await drawn(document)
      expect(shownIn(tabs)).toEqual([label, label])
    }
  })

  it('lists only its own tabs if tabs are nested', async () => {
    const tabs = await draw<HaiiloTabs>(
      `<haiilo-tabs><haiilo-tab label="Outer"><haiilo-tabs id="inner">${THREE}</haiilo-tabs></haiilo-tab></haiilo-tabs>`,
    )
    const inner = tabs.querySelector('#inner') as Element
    expect([labelsOf(tabs), labelsOf(inner)]).toEqual([['Outer'], ['Menu', 'Times', 'Prices']])
    await userEvent.click(buttonsOf(inner)[1] as Element)
    await drawn(document)
    expect([shownIn(tabs), shownIn(inner)]).toEqual([
      ['Outer', 'Outer'],
      ['Times', 'Times'],
    ])
  })

  it('renders without tabs, and with only disabled ones', async () => {
    const tabs = await draw<HaiiloTabs>('<haiilo-tabs label="Canteen"></haiilo-tabs>')
    expect(shownIn(tabs)).toEqual([])
    tabs.innerHTML = '<haiilo-tab label="Menu" disabled><p>Soup</p></haiilo-tab>'
    await expect.poll(() => labelsOf(tabs)).toEqual(['Menu'])
    expect(shownIn(tabs)).toEqual([])
    tabs.focus()
    await expectAccessible()
  })

  it('wraps many and long tabs', async () => {
    const many = Array.from({ length: 30 }, (_, index) => `<haiilo-tab label="Tab ${index}"></haiilo-tab>`).join('')
    const long = '<haiilo-tab label="Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"></haiilo-tab>'
    const place = await draw(`<div><haiilo-tabs>${many}${long}</haiilo-tabs></div>`)
    place.style.inlineSize = '280px'
    expect(place.scrollWidth).toBe(280)
    expect(buttonsOf(place.firstElementChild as Element).every((button) => button.offsetHeight >= 40)).toBe(true)
  })
})
