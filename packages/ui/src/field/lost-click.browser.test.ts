import { describe, expect, it, onTestFinished } from 'vitest'
import { cdp, userEvent } from 'vitest/browser'

import { draw, drawn, within } from '../../test/draw.js'
import '../components/button/haiilo-button.js'
import '../components/checkbox/haiilo-checkbox.js'
import '../components/radio-group/haiilo-radio-group.js'
import '../components/select/haiilo-select.js'
import '../components/switch/haiilo-switch.js'
import '../components/text-field/haiilo-text-field.js'
import type { HaiiloField } from './haiilo-field.js'

const FIELDS = [
  'text-field',
  'text-field type="number"',
  'text-field type="textarea"',
  'select',
  'radio-group',
  'checkbox',
  'switch',
]

const BELOW = [
  '<input type="checkbox" aria-label="Below" />',
  '<haiilo-checkbox label="Below"></haiilo-checkbox>',
  '<button type="button">Below</button>',
  '<haiilo-button>Below</haiilo-button>',
]

it.each(['<button type="reset">Reset</button>', '<haiilo-button type="reset">Reset</haiilo-button>'])(
  'a click on %s leaves no error',
  async (button) => {
    const form = await draw(`<form><haiilo-text-field label="Dish" required></haiilo-text-field>${button}</form>`)
    const [field, reset] = form.children as unknown as [HaiiloField, HTMLElement]
    field.focus()
    await userEvent.click(reset)
    // after everything that waits for the end of the click
    await new Promise((resolve) => setTimeout(resolve, 20))
    await drawn(document)
    expect(within(field, '#error').textContent).toBe('')
  },
)

describe.each(FIELDS)('below an empty, required haiilo-%s', (kind) => {
  it.each(BELOW)('a click on %s is not lost, and the error appears after it', async (below) => {
    const place = await draw(
      `<div><haiilo-${kind} label="Dish" required><option value="soup">Soup</option></haiilo-${kind.split(' ')[0]}>${below}</div>`,
    )
    const [field, target] = place.children as unknown as [HaiiloField, HTMLElement]
    const clicks: Event[] = []
    place.addEventListener('click', (event) => clicks.push(event))
    field.focus()
    await drawn(document)
    // at the edge, where the smallest movement makes the click miss
    await userEvent.click(target, { position: { x: 4, y: 2 } })
    expect(clicks[0]?.target).toBe(target)
    if ('checked' in target) expect(target.checked).toBe(true)
    await expect.poll(() => within(field, '#error').textContent).not.toBe('')
  })

  it('the error appears immediately when the focus leaves it with the keyboard', async () => {
    const place = await draw(
      `<div><haiilo-${kind} label="Dish" required><option value="soup">Soup</option></haiilo-${kind.split(' ')[0]}></div>`,
    )
    const field = place.firstElementChild as HaiiloField
    field.focus()
    await userEvent.tab()
    await drawn(document)
    expect(within(field, '#error').textContent).not.toBe('')
  })
})

it.each(['pointerup', 'pointercancel', 'dragend', 'mouseup', 'keydown'])(
  'shows the error when a press ends with %s',
  async (end) => {
    const place = await draw(
      '<div><haiilo-text-field label="Dish" required></haiilo-text-field><button>Below</button></div>',
    )
    const [field, button] = place.children as unknown as [HaiiloField, HTMLElement]
    field.focus()
    await press(button)
    await expect.poll(() => document.activeElement).toBe(button)
    await drawn(document)
    expect(within(field, '#error').textContent).toBe('')
    window.dispatchEvent(new Event(end))
    await expect.poll(() => within(field, '#error').textContent).not.toBe('')
  },
)

/** Presses the mouse button, and releases it after the test. */
async function press(element: HTMLElement): Promise<void> {
  const frame = window.frameElement?.getBoundingClientRect() ?? new DOMRect()
  const scale = frame.width ? frame.width / window.innerWidth : 1
  const { x, y, width, height } = element.getBoundingClientRect()
  const at = {
    x: frame.x + (x + width / 2) * scale,
    y: frame.y + (y + height / 2) * scale,
    button: 'left',
    clickCount: 1,
  } as const
  const send = (type: 'mousePressed' | 'mouseReleased'): Promise<unknown> =>
    cdp().send('Input.dispatchMouseEvent', { ...at, type })
  onTestFinished(async () => {
    await send('mouseReleased')
  })
  await send('mousePressed')
}
