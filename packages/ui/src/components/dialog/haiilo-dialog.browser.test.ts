import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { userEvent } from 'vitest/browser'

import { draw, drawn, expectAccessible, within } from '../../../test/draw.js'
import type { OverlayReport } from '../../lib/report-overlay.js'
import '../button/haiilo-button.js'
import '../text-field/haiilo-text-field.js'
import './haiilo-dialog.js'
import type { HaiiloDialog } from './haiilo-dialog.js'

const nativeOf = (dialog: HaiiloDialog): HTMLDialogElement => within(dialog, 'dialog')

async function opened(dialog: HaiiloDialog): Promise<HaiiloDialog> {
  await expect.poll(() => dialog.renderRoot.querySelector('dialog')?.open).toBe(true)
  return dialog
}

async function closed(dialog: HaiiloDialog): Promise<void> {
  await expect.poll(() => nativeOf(dialog).open).toBe(false)
  await drawn(document)
}

async function open(attributes: string, content = ''): Promise<HaiiloDialog> {
  return opened(await draw<HaiiloDialog>(`<haiilo-dialog open ${attributes}>${content}</haiilo-dialog>`))
}

/** A button of the page that opens the dialogue after it, with the focus on it. */
async function withOpener(content = ''): Promise<[HTMLElement, HaiiloDialog]> {
  const place = await draw(`<div><button>Order</button><haiilo-dialog heading="Order">${content}</haiilo-dialog></div>`)
  const [button, dialog] = place.children as unknown as [HTMLElement, HaiiloDialog]
  button.addEventListener('click', () => dialog.show())
  button.focus()
  return [button, dialog]
}

/** What the dialogue did, as it is told to the page. */
function listen(dialog: HaiiloDialog): string[] {
  const told: string[] = []
  for (const type of ['cancel', 'close']) dialog.addEventListener(type, () => told.push(type))
  return told
}

/** What is reported of overlays, in short. */
function overlays(): string[] {
  const reports: string[] = []
  const onReport = (event: Event): void => {
    const { element, open } = (event as CustomEvent<OverlayReport>).detail
    reports.push(`${element.localName} ${open ? 'opens' : 'closes'}`)
  }
  document.addEventListener('haiilo-overlay', onReport)
  onTestFinished(() => document.removeEventListener('haiilo-overlay', onReport))
  return reports
}

/** Longer than it takes to open. */
async function aWhile(): Promise<void> {
  for (let frame = 0; frame < 5; frame += 1) await new Promise(requestAnimationFrame)
}

describe('haiilo-dialog', () => {
  it.each(['cancel', 'close', 'toggle', 'submit'])('stays as it is when a %s bubbles from inside', async (type) => {
    const dialog = await open('heading="Order"', '<i></i><form></form>')
    const told = listen(dialog)
    dialog.addEventListener('cancel', (event) => event.target === dialog && event.preventDefault())
    for (const inside of dialog.querySelectorAll('i, form')) {
      inside.dispatchEvent(new Event(type, { bubbles: true, composed: true, cancelable: true }))
    }
    await aWhile()
    expect([dialog.open, within(dialog, 'dialog').open]).toEqual([true, true])
    expect(told.filter((each) => each !== type)).toEqual([])
  })

  it('is a modal dialog with its heading as its name', async () => {
    const dialog = await open('heading="Order"', '<p>Soup</p>')
    expect(nativeOf(dialog).matches(':modal')).toBe(true)
    expect(within(dialog, 'h2').textContent).toBe('Order')
    expect(nativeOf(dialog).getAttribute('aria-labelledby')).toBe(within(dialog, 'h2').id)
    await expectAccessible()
  })

  it('takes no room in the page, open or closed', async () => {
    const place = await draw('<div><haiilo-dialog open heading="Order">Soup</haiilo-dialog></div>')
    const dialog = await opened(place.querySelector('haiilo-dialog') as HaiiloDialog)
    expect(place.offsetHeight).toBe(0)
    dialog.open = false
    await closed(dialog)
    expect(place.offsetHeight).toBe(0)
  })

  it('says the name of its close button in the language of the page', async () => {
    const dialog = await open('lang="de" heading="Bestellen"')
    expect(within(dialog, 'button').getAttribute('aria-label')).toBe('Schließen')
  })

  it('has a row of actions only where there are any', async () => {
    const dialog = await open('heading="Order"')
    expect(within(dialog, 'footer').offsetHeight).toBe(0)
    dialog.innerHTML = '<haiilo-button slot="actions">Order</haiilo-button>'
    await expect.poll(() => within(dialog, 'footer').offsetHeight).toBeGreaterThan(39)
  })

  it.for(['', 'null', 'x'.repeat(5000)])('stays usable with anything as its heading and size', async (text) => {
    const dialog = await open(`heading="${text}" size="${text}"`)
    Object.assign(dialog, { heading: null, size: {} })
    await drawn(document)
    expect(nativeOf(dialog).scrollWidth).toBeLessThanOrEqual(innerWidth)
    await userEvent.keyboard('{Escape}')
    await closed(dialog)
  })
})

describe('closing', () => {
  it('by Escape asks by cancel, and then is told by close', async () => {
    const dialog = await open('heading="Order"')
    const told = listen(dialog)
    await userEvent.keyboard('{Escape}')
    await closed(dialog)
    await expect.poll(() => told).toEqual(['cancel', 'close'])
    expect([dialog.open, dialog.hasAttribute('open'), dialog.returnValue]).toEqual([false, false, ''])
  })

  it('by the close button asks by cancel, and then is told by close', async () => {
    const dialog = await open('heading="Order"')
    const told = listen(dialog)
    await userEvent.click(within(dialog, 'button'))
    await closed(dialog)
    expect(told).toEqual(['cancel', 'close'])
  })

  it('does not happen where cancel is prevented', async () => {
    const dialog = await open('heading="Order"')
    const told = listen(dialog)
    dialog.addEventListener('cancel', (event) => event.preventDefault())
    await userEvent.click(within(dialog, 'button'))
    await userEvent.keyboard('{Escape}')
    await aWhile()
    expect([dialog.open, nativeOf(dialog).open, told]).toEqual([true, true, ['cancel', 'cancel']])
  })

  it('by a script asks nobody, and hands on a value, until it opens again', async () => {
    const dialog = await open('heading="Order"')
    const told = listen(dialog)
    dialog.close('soup')
    dialog.close('salad')
    await closed(dialog)
    expect([told, dialog.returnValue]).toEqual([['close'], 'soup'])
    dialog.show()
    await opened(dialog)
    await userEvent.keyboard('{Escape}')
    await closed(dialog)
    expect(dialog.returnValue).toBe('')
  })

  it('does not come from a click beside it, unless that is wanted', async () => {
    const dialog = await open('heading="Order"', 'Soup')
    const beside = { position: { x: 2, y: 2 } }
    await userEvent.click(document.documentElement, beside)
    await userEvent.click(within(dialog, 'h2'))
    await aWhile()
    expect(dialog.open).toBe(true)
    dialog.closeOnBackdrop = true
    await drawn(document)
    const told = listen(dialog)
    await userEvent.click(document.documentElement, beside)
    await closed(dialog)
    await expect.poll(() => told).toEqual(['cancel', 'close'])
  })

  it('does not come from what a field in it cancels or closes', async () => {
    const dialog = await open('heading="Order"', '<input type="file" aria-label="Menu">')
    const told = listen(dialog)
    const input = dialog.querySelector('input')!
    for (const type of ['cancel', 'close']) input.dispatchEvent(new Event(type, { bubbles: true, composed: true }))
    await aWhile()
    // once each: those of the field itself
    expect([nativeOf(dialog).open, told]).toEqual([true, ['cancel', 'close']])
  })

  it('comes from a form with the method "dialog", unless something prevents it', async () => {
    const form = '<form method="dialog"><input aria-label="Dish" required><button value="soup">Order</button></form>'
    const dialog = await open('heading="Order"', form)
    let prevents = true
    dialog.addEventListener('submit', (event) => prevents && event.preventDefault())
    await userEvent.keyboard('{Enter}')
    await userEvent.keyboard('Soup{Enter}')
    await aWhile()
    expect(dialog.open).toBe(true)
    prevents = false
    await userEvent.keyboard('{Enter}')
    await closed(dialog)
    expect(dialog.returnValue).toBe('soup')
  })

  it('does not come from other forms', async () => {
    const dialog = await open('heading="Order"', '<form><input aria-label="Dish"><button>Order</button></form>')
    dialog.addEventListener('submit', (event) => event.preventDefault())
    await userEvent.keyboard('{Enter}')
    await aWhile()
    expect(dialog.open).toBe(true)
  })

  it('of a dialog in a dialog leaves the outer one open', async () => {
    const inner = '<haiilo-dialog heading="Sure?"><form method="dialog"><button>Yes</button></form></haiilo-dialog>'
    const outer = await open('heading="Order"', `<button>Order</button>${inner}`)
    const dialog = outer.querySelector('haiilo-dialog')!
    // what opens without a deed of the person, the browser closes together
    outer.querySelector('button')!.addEventListener('click', () => dialog.show())
    for (const key of ['{Escape}', '{Enter}']) {
      await userEvent.keyboard('{Enter}')
      await opened(dialog)
      await userEvent.keyboard(key)
      await closed(dialog)
    }
    await aWhile()
    expect([outer.open, nativeOf(outer).open]).toEqual([true, true])
  })
})

describe('opening and closing', () => {
  it('happens when it comes into the page, if it was open before', async () => {
    const dialog = document.createElement('haiilo-dialog')
    dialog.heading = 'Order'
    dialog.open = true
    dialog.open = true
    const place = await draw('<div></div>')
    place.append(dialog)
    await opened(dialog)
  })

  it('leaves nothing behind where both come in one breath', async () => {
    const [button, dialog] = await withOpener()
    const reports = overlays()
    const told = listen(dialog)
    dialog.show()
    dialog.close()
    await aWhile()
    dialog.show()
    await dialog.updateComplete
    dialog.close()
    await aWhile()
    expect([nativeOf(dialog).open, reports, told, document.activeElement]).toEqual([false, [], ['close'], button])
  })

  it('goes to and fro as often as it is said', async () => {
    const dialog = await open('heading="Order"')
    const told = listen(dialog)
    dialog.close()
    await dialog.updateComplete
    dialog.show()
    await aWhile()
    expect([dialog.open, nativeOf(dialog).open, told]).toEqual([true, true, ['close']])
  })

  it('can come out of a listener for close', async () => {
    const dialog = await open('heading="Order"')
    const told = listen(dialog)
    dialog.addEventListener('close', () => dialog.close())
    dialog.addEventListener('close', () => dialog.show(), { once: true })
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => told.length).toBe(2)
    await opened(dialog)
    dialog.close()
    await closed(dialog)
    expect(told).toEqual(['cancel', 'close', 'close'])
  })

  it('is over when it is taken out of the page, and happens anew when it comes back', async () => {
    const [button, dialog] = await withOpener()
    const reports = overlays()
    await userEvent.click(button)
    await opened(dialog)
    dialog.remove()
    expect(reports).toEqual(['dialog opens', 'dialog closes'])
    expect([nativeOf(dialog).open, document.activeElement]).toEqual([false, button])
    button.after(dialog)
    await opened(dialog)
    expect([dialog.open, nativeOf(dialog).matches(':modal')]).toEqual([true, true])
    await aWhile()
    expect([dialog.open, nativeOf(dialog).open, reports.length]).toEqual([true, true, 3])
  })

  it('survives a move within the page', async () => {
    const place = await draw('<div><haiilo-dialog open heading="Order"></haiilo-dialog><div></div></div>')
    const dialog = await opened(place.querySelector('haiilo-dialog') as HaiiloDialog)
    place.lastElementChild!.append(dialog)
    await aWhile()
    await opened(dialog)
    expect(nativeOf(dialog).matches(':modal')).toBe(true)
  })

  it('is reported as an overlay, once it is in its place', async () => {
    const reports = overlays()
    const tops: number[] = []
    document.addEventListener(
      'haiilo-overlay',
      ({ detail }: CustomEventInit<OverlayReport>) => tops.push(detail!.element.getBoundingClientRect().top),
      { once: true },
    )
    const dialog = await open('heading="Order"')
    await aWhile()
    expect(tops).toEqual([nativeOf(dialog).getBoundingClientRect().top])
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => reports).toEqual(['dialog opens', 'dialog closes'])
  })
})

describe('the focus', () => {
  const contents: [name: string, content: string, focused: string][] = [
    ['the first field', '<p>Soup</p><div><input disabled><input aria-label="Dish"></div><input>', '[aria-label=Dish]'],
    ['what says autofocus', '<input aria-label="Dish"><p><button autofocus>Soup</button></p>', 'button'],
    [
      'a component that says autofocus',
      '<input><haiilo-text-field autofocus></haiilo-text-field>',
      'haiilo-text-field',
    ],
    ['a component', '<haiilo-text-field label="Dish"></haiilo-text-field><input>', 'haiilo-text-field'],
    ['an action that says autofocus', '<p>Soup</p><button slot="actions" autofocus>Order</button>', 'button'],
  ]
  it.for(contents)('goes to %s', async ([_, content, focused]) => {
    const dialog = await open('heading="Order"', content)
    expect(document.activeElement).toBe(dialog.querySelector(focused))
  })

  it.for(['', 'Soup', '<button slot="actions">Order</button>'])(
    'goes to the heading where there is only "%s"',
    async (content) => {
      const dialog = await open('heading="Order"', content)
      expect(dialog.shadowRoot?.activeElement).toBe(within(dialog, 'h2'))
    },
  )

  it('goes to the close button where there is no heading either', async () => {
    const dialog = await open('')
    expect(dialog.shadowRoot?.activeElement).toBe(within(dialog, 'button'))
  })

  it('stays in it and comes back to what had it', async () => {
    const [button, dialog] = await withOpener('<input aria-label="Dish"><button slot="actions">Order</button>')
    await userEvent.keyboard('{Enter}')
    await opened(dialog)
    const stations: unknown[] = [document.activeElement]
    for (let tabs = 0; tabs < 6; tabs += 1) {
      await userEvent.tab()
      stations.push(document.activeElement)
    }
    expect(stations).not.toContain(button)
    expect(stations).toContain(dialog.querySelector('button'))
    await userEvent.keyboard('{Escape}')
    await closed(dialog)
    expect(document.activeElement).toBe(button)
  })

  it('comes back into a component', async () => {
    const place = await draw(
      '<div><haiilo-button>Order</haiilo-button><haiilo-dialog heading="Order"></haiilo-dialog></div>',
    )
    const [button, dialog] = place.children as unknown as [HTMLElement, HaiiloDialog]
    button.focus()
    dialog.show()
    await opened(dialog)
    expect(document.activeElement).toBe(dialog)
    dialog.close()
    await closed(dialog)
    expect(document.activeElement).toBe(button)
    expect(button.shadowRoot?.activeElement?.localName).toBe('button')
    dialog.show()
    await opened(dialog)
    dialog.remove()
    expect(button.shadowRoot?.activeElement?.localName).toBe('button')
  })

  it('stays in a dialog that opened above it when it is taken out', async () => {
    const [button, dialog] = await withOpener()
    dialog.show()
    await opened(dialog)
    const above = await open('heading="Sure?"', '<input aria-label="Dish">')
    dialog.remove()
    expect(document.activeElement).toBe(above.querySelector('input'))
    above.remove()
    expect(document.activeElement).toBe(document.body)
    button.focus()
    expect(document.activeElement).toBe(button)
  })
})

describe('its place', () => {
  const topOf = (dialog: HaiiloDialog): number => nativeOf(dialog).getBoundingClientRect().top

  it('is where the person sees the page, however far it is scrolled', async () => {
    const place = await draw('<div><haiilo-dialog heading="Order">Soup</haiilo-dialog></div>')
    const dialog = place.querySelector('haiilo-dialog') as HaiiloDialog
    place.style.height = '4000px'
    onTestFinished(() => scrollTo(0, 0))
    scrollTo(0, 2000)
    dialog.show()
    await opened(dialog)
    expect(topOf(dialog)).toBe(16)
    expect(scrollY).toBe(2000)
    scrollTo(0, 1900)
    expect(topOf(dialog)).toBe(116)
  })

  it.for(['body', 'html'])('is there under a zoom of %s, too', async (name) => {
    const place = await draw('<div><haiilo-dialog heading="Order">Soup</haiilo-dialog></div>')
    const zoomed = document.querySelector<HTMLElement>(name)!
    zoomed.style.zoom = '1.5'
    onTestFinished(() => {
      zoomed.style.zoom = ''
      scrollTo(0, 0)
    })
    const dialog = place.querySelector('haiilo-dialog') as HaiiloDialog
    place.style.height = '4000px'
    scrollTo(0, 900)
    dialog.show()
    await opened(dialog)
    expect(topOf(dialog)).toBe(24)
    expect(scrollY).toBe(900)
  })

  it.for([
    ['s', 400],
    ['m', 600],
    ['l', 800],
  ] as const)('has the width of size %s, and stays within the page', async ([size, width]) => {
    const dialog = await open(`heading="Order" size="${size}"`, 'Rindfleischetikettierungsüberwachung'.repeat(9))
    expect(nativeOf(dialog).offsetWidth).toBe(Math.min(width, document.documentElement.clientWidth - 32))
    expect(nativeOf(dialog).scrollWidth).toBeLessThanOrEqual(nativeOf(dialog).offsetWidth)
  })

  it('is as high as its content and scrolls nothing', async () => {
    const dialog = await open('heading="Order"', '<p>Soup</p>'.repeat(100))
    const native = nativeOf(dialog)
    expect(native.offsetHeight).toBeGreaterThan(2000)
    expect(native.scrollHeight).toBeLessThanOrEqual(native.offsetHeight)
  })

  it('is found by the clock where nothing is drawn', async () => {
    const { IntersectionObserver } = globalThis
    onTestFinished(() => void Object.assign(globalThis, { IntersectionObserver }))
    const silent = vi.fn(function Silent() {
      return { observe: vi.fn(), disconnect: vi.fn() }
    })
    for (const stand of [silent, undefined]) {
      Object.assign(globalThis, { IntersectionObserver: stand })
      const dialog = await open('heading="Order"')
      expect(topOf(dialog)).toBe(16)
      dialog.remove()
    }
  })
})
