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

/** A focused button of the page that opens the dialog after it. */
async function withOpener(content = ''): Promise<[HTMLElement, HaiiloDialog]> {
  const place = await draw(`<div><button>Order</button><haiilo-dialog heading="Order">${content}</haiilo-dialog></div>`)
  const [button, dialog] = place.children as unknown as [HTMLElement, HaiiloDialog]
  button.addEventListener('click', () => dialog.show())
  button.focus()
  return [button, dialog]
}

/** Records the cancel and close events of the dialog. */
function listen(dialog: HaiiloDialog): string[] {
  const events: string[] = []
  for (const type of ['cancel', 'close']) dialog.addEventListener(type, () => events.push(type))
  return events
}

/** Records the overlay reports. */
function recordOverlays(): string[] {
  const reports: string[] = []
  const onReport = (event: Event): void => {
    const { element, open } = (event as CustomEvent<OverlayReport>).detail
    reports.push(`${element.localName} ${open ? 'opens' : 'closes'}`)
  }
  document.addEventListener('haiilo-overlay', onReport)
  onTestFinished(() => document.removeEventListener('haiilo-overlay', onReport))
  return reports
}

/** Waits for longer than a dialog needs to open or close. */
async function waitFrames(): Promise<void> {
  for (let frame = 0; frame < 5; frame += 1) await new Promise(requestAnimationFrame)
}

describe('haiilo-dialog', () => {
  it.each(['cancel', 'close', 'toggle', 'submit'])('stays open when a %s event bubbles from inside', async (type) => {
    const dialog = await open('heading="Order"', '<i></i><form></form>')
    const events = listen(dialog)
    dialog.addEventListener('cancel', (event) => event.target === dialog && event.preventDefault())
    for (const inside of dialog.querySelectorAll('i, form')) {
      inside.dispatchEvent(new Event(type, { bubbles: true, composed: true, cancelable: true }))
    }
    await waitFrames()
    expect([dialog.open, within(dialog, 'dialog').open]).toEqual([true, true])
    expect(events.filter((each) => each !== type)).toEqual([])
  })

  it('is a modal dialog with its heading as its name', async () => {
    const dialog = await open('heading="Order"', '<p>Soup</p>')
    expect(nativeOf(dialog).matches(':modal')).toBe(true)
    expect(within(dialog, 'h2').textContent).toBe('Order')
    expect(nativeOf(dialog).getAttribute('aria-labelledby')).toBe(within(dialog, 'h2').id)
    await expectAccessible()
  })

  it('takes no space in the layout, open or closed', async () => {
    const place = await draw('<div><haiilo-dialog open heading="Order">Soup</haiilo-dialog></div>')
    const dialog = await opened(place.querySelector('haiilo-dialog') as HaiiloDialog)
    expect(place.offsetHeight).toBe(0)
    dialog.open = false
    await closed(dialog)
    expect(place.offsetHeight).toBe(0)
  })

  it('names its close button in the language of the page', async () => {
    const dialog = await open('lang="de" heading="Bestellen"')
    expect(within(dialog, 'button').getAttribute('aria-label')).toBe('Schließen')
  })

  it('has a row of actions only if there are actions', async () => {
    const dialog = await open('heading="Order"')
    expect(within(dialog, 'footer').offsetHeight).toBe(0)
    dialog.innerHTML = '<haiilo-button slot="actions">Order</haiilo-button>'
    await expect.poll(() => within(dialog, 'footer').offsetHeight).toBeGreaterThan(39)
  })

  it.for(['', 'null', 'x'.repeat(5000)])('opens and closes with %j as its heading and size', async (text) => {
    const dialog = await open(`heading="${text}" size="${text}"`)
    Object.assign(dialog, { heading: null, size: {} })
    await drawn(document)
    expect(nativeOf(dialog).scrollWidth).toBeLessThanOrEqual(innerWidth)
    await userEvent.keyboard('{Escape}')
    await closed(dialog)
  })
})

describe('closing', () => {
  it('by Escape fires cancel, then close', async () => {
    const dialog = await open('heading="Order"')
    const events = listen(dialog)
    await userEvent.keyboard('{Escape}')
    await closed(dialog)
    await expect.poll(() => events).toEqual(['cancel', 'close'])
    expect([dialog.open, dialog.hasAttribute('open'), dialog.returnValue]).toEqual([false, false, ''])
  })

  it('by the close button fires cancel, then close', async () => {
    const dialog = await open('heading="Order"')
    const events = listen(dialog)
    await userEvent.click(within(dialog, 'button'))
    await closed(dialog)
    expect(events).toEqual(['cancel', 'close'])
  })

  it('does not happen if cancel is prevented', async () => {
    const dialog = await open('heading="Order"')
    const events = listen(dialog)
    dialog.addEventListener('cancel', (event) => event.preventDefault())
    await userEvent.click(within(dialog, 'button'))
    await userEvent.keyboard('{Escape}')
    await waitFrames()
    expect([dialog.open, nativeOf(dialog).open, events]).toEqual([true, true, ['cancel', 'cancel']])
  })

  it('by a script fires no cancel and sets the return value, which a later cancel clears', async () => {
    const dialog = await open('heading="Order"')
    const events = listen(dialog)
    dialog.close('soup')
    dialog.close('salad')
    await closed(dialog)
    expect([events, dialog.returnValue]).toEqual([['close'], 'soup'])
    dialog.show()
    await opened(dialog)
    await userEvent.keyboard('{Escape}')
    await closed(dialog)
    expect(dialog.returnValue).toBe('')
  })

  it('by a click on the backdrop requires closeOnBackdrop', async () => {
    const dialog = await open('heading="Order"', 'Soup')
    const beside = { position: { x: 2, y: 2 } }
    await userEvent.click(document.documentElement, beside)
    await userEvent.click(within(dialog, 'h2'))
    await waitFrames()
    expect(dialog.open).toBe(true)
    dialog.closeOnBackdrop = true
    await drawn(document)
    const events = listen(dialog)
    await userEvent.click(document.documentElement, beside)
    await closed(dialog)
    await expect.poll(() => events).toEqual(['cancel', 'close'])
  })

  it('is not triggered by cancel and close events of a field in it', async () => {
    const dialog = await open('heading="Order"', '<input type="file" aria-label="Menu">')
    const events = listen(dialog)
    const input = dialog.querySelector('input')!
    for (const type of ['cancel', 'close']) input.dispatchEvent(new Event(type, { bubbles: true, composed: true }))
    await waitFrames()
    // the two events that were dispatched on the field
    expect([nativeOf(dialog).open, events]).toEqual([true, ['cancel', 'close']])
  })

  it('is triggered by a form with the method "dialog", if it is valid and not prevented', async () => {
    const form = '<form method="dialog"><input aria-label="Dish" required><button value="soup">Order</button></form>'
    const dialog = await open('heading="Order"', form)
    let prevents = true
    dialog.addEventListener('submit', (event) => prevents && event.preventDefault())
    await userEvent.keyboard('{Enter}')
    await userEvent.keyboard('Soup{Enter}')
    await waitFrames()
    expect(dialog.open).toBe(true)
    prevents = false
    await userEvent.keyboard('{Enter}')
    await closed(dialog)
    expect(dialog.returnValue).toBe('soup')
  })

  it('is not triggered by other forms', async () => {
    const dialog = await open('heading="Order"', '<form><input aria-label="Dish"><button>Order</button></form>')
    dialog.addEventListener('submit', (event) => event.preventDefault())
    await userEvent.keyboard('{Enter}')
    await waitFrames()
    expect(dialog.open).toBe(true)
  })

  it('of a nested dialog leaves the outer one open', async () => {
    const inner = '<haiilo-dialog heading="Sure?"><form method="dialog"><button>Yes</button></form></haiilo-dialog>'
    const outer = await open('heading="Order"', `<button>Order</button>${inner}`)
    const dialog = outer.querySelector('haiilo-dialog')!
    // open by user action: the browser closes dialogs that a script opened without one together
    outer.querySelector('button')!.addEventListener('click', () => dialog.show())
    for (const key of ['{Escape}', '{Enter}']) {
      await userEvent.keyboard('{Enter}')
      await opened(dialog)
      await userEvent.keyboard(key)
      await closed(dialog)
    }
    await waitFrames()
    expect([outer.open, nativeOf(outer).open]).toEqual([true, true])
  })
})

describe('opening and closing', () => {
  it('opens when it is inserted into the page, if open was set before', async () => {
    const dialog = document.createElement('haiilo-dialog')
    dialog.heading = 'Order'
    dialog.open = true
    dialog.open = true
    const place = await draw('<div></div>')
    place.append(dialog)
    await opened(dialog)
  })

  it('has no effect if show() and close() follow each other directly', async () => {
    const [button, dialog] = await withOpener()
    const reports = recordOverlays()
    const events = listen(dialog)
    dialog.show()
    dialog.close()
    await waitFrames()
    dialog.show()
    await dialog.updateComplete
    dialog.close()
    await waitFrames()
    expect([nativeOf(dialog).open, reports, events, document.activeElement]).toEqual([false, [], ['close'], button])
  })

  it('opens again if show() follows close() directly', async () => {
    const dialog = await open('heading="Order"')
    const events = listen(dialog)
    dialog.close()
    await dialog.updateComplete
    dialog.show()
    await waitFrames()
    expect([dialog.open, nativeOf(dialog).open, events]).toEqual([true, true, ['close']])
  })

  it('works in a listener for close', async () => {
    const dialog = await open('heading="Order"')
    const events = listen(dialog)
    dialog.addEventListener('close', () => dialog.close())
    dialog.addEventListener('close', () => dialog.show(), { once: true })
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => events.length).toBe(2)
    await opened(dialog)
    dialog.close()
    await closed(dialog)
    expect(events).toEqual(['cancel', 'close', 'close'])
  })

  it('closes when it is removed from the page, and opens again when it is inserted', async () => {
    const [button, dialog] = await withOpener()
    const reports = recordOverlays()
    await userEvent.click(button)
    await opened(dialog)
    dialog.remove()
    expect(reports).toEqual(['dialog opens', 'dialog closes'])
    expect([nativeOf(dialog).open, document.activeElement]).toEqual([false, button])
    button.after(dialog)
    await opened(dialog)
    expect([dialog.open, nativeOf(dialog).matches(':modal')]).toEqual([true, true])
    await waitFrames()
    expect([dialog.open, nativeOf(dialog).open, reports.length]).toEqual([true, true, 3])
  })

  it('stays open when it is moved within the page', async () => {
    const place = await draw('<div><haiilo-dialog open heading="Order"></haiilo-dialog><div></div></div>')
    const dialog = await opened(place.querySelector('haiilo-dialog') as HaiiloDialog)
    place.lastElementChild!.append(dialog)
    await waitFrames()
    await opened(dialog)
    expect(nativeOf(dialog).matches(':modal')).toBe(true)
  })

  it('reports an overlay after the dialog is positioned', async () => {
    const reports = recordOverlays()
    const tops: number[] = []
    document.addEventListener(
      'haiilo-overlay',
      ({ detail }: CustomEventInit<OverlayReport>) => tops.push(detail!.element.getBoundingClientRect().top),
      { once: true },
    )
    const dialog = await open('heading="Order"')
    await waitFrames()
    expect(tops).toEqual([nativeOf(dialog).getBoundingClientRect().top])
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => reports).toEqual(['dialog opens', 'dialog closes'])
  })
})

describe('the focus', () => {
  const contents: [name: string, content: string, focused: string][] = [
    ['the first field', '<p>Soup</p><div><input disabled><input aria-label="Dish"></div><input>', '[aria-label=Dish]'],
    ['an element with autofocus', '<input aria-label="Dish"><p><button autofocus>Soup</button></p>', 'button'],
    ['a component with autofocus', '<input><haiilo-text-field autofocus></haiilo-text-field>', 'haiilo-text-field'],
    ['a component', '<haiilo-text-field label="Dish"></haiilo-text-field><input>', 'haiilo-text-field'],
    ['an action with autofocus', '<p>Soup</p><button slot="actions" autofocus>Order</button>', 'button'],
  ]
  it.for(contents)('moves to %s', async ([_, content, focused]) => {
    const dialog = await open('heading="Order"', content)
    expect(document.activeElement).toBe(dialog.querySelector(focused))
  })

  it.for(['', 'Soup', '<button slot="actions">Order</button>'])(
    'moves to the heading if the content is only "%s"',
    async (content) => {
      const dialog = await open('heading="Order"', content)
      expect(dialog.shadowRoot?.activeElement).toBe(within(dialog, 'h2'))
    },
  )

  it('moves to the close button without a heading', async () => {
    const dialog = await open('')
    expect(dialog.shadowRoot?.activeElement).toBe(within(dialog, 'button'))
  })

  it('stays in the dialog and returns to the opener', async () => {
    const [button, dialog] = await withOpener('<input aria-label="Dish"><button slot="actions">Order</button>')
    await userEvent.keyboard('{Enter}')
    await opened(dialog)
    const focused: unknown[] = [document.activeElement]
    for (let tabs = 0; tabs < 6; tabs += 1) {
      await userEvent.tab()
      focused.push(document.activeElement)
    }
    expect(focused).not.toContain(button)
    expect(focused).toContain(dialog.querySelector('button'))
    await userEvent.keyboard('{Escape}')
    await closed(dialog)
    expect(document.activeElement).toBe(button)
  })

  it('returns into a component', async () => {
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

  it('stays in a dialog that opened above a removed one', async () => {
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

describe('the position', () => {
  const topOf = (dialog: HaiiloDialog): number => nativeOf(dialog).getBoundingClientRect().top

  it('is at the top of the visible part of a scrolled page', async () => {
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

  it.for(['body', 'html'])('is at the top of the visible part with a zoom on %s', async (name) => {
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
  ] as const)('has the width of size %s, limited to the page', async ([size, width]) => {
    const dialog = await open(`heading="Order" size="${size}"`, 'Rindfleischetikettierungsüberwachung'.repeat(9))
    expect(nativeOf(dialog).offsetWidth).toBe(Math.min(width, document.documentElement.clientWidth - 32))
    expect(nativeOf(dialog).scrollWidth).toBeLessThanOrEqual(nativeOf(dialog).offsetWidth)
  })

  it('is as high as the content, without scrolling', async () => {
    const dialog = await open('heading="Order"', '<p>Soup</p>'.repeat(100))
    const native = nativeOf(dialog)
    expect(native.offsetHeight).toBeGreaterThan(2000)
    expect(native.scrollHeight).toBeLessThanOrEqual(native.offsetHeight)
  })

  it('is found after a timeout if the IntersectionObserver does not report', async () => {
    const { IntersectionObserver } = globalThis
    onTestFinished(() => void Object.assign(globalThis, { IntersectionObserver }))
    const silentObserver = vi.fn(function SilentObserver() {
      return { observe: vi.fn(), disconnect: vi.fn() }
    })
    for (const replacement of [silentObserver, undefined]) {
      Object.assign(globalThis, { IntersectionObserver: replacement })
      const dialog = await open('heading="Order"')
      expect(topOf(dialog)).toBe(16)
      dialog.remove()
    }
  })
})
