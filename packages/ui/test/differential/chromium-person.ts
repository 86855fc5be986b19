import { cdp, userEvent } from 'vitest/browser'
import type { Person, AccessibleProperties } from './person.js'

/** Buttons of the page that are not compared. */
const OTHER_BUTTONS = ['Outside', 'Next']

/** Real input in Chromium. Uses the DevTools protocol for input that the test library does not support. */
export const chromiumPerson: Person = {
  browser: 'chromium',
  unsupported: {},
  async type(text) {
    await userEvent.keyboard(text.replaceAll(/[{[]/g, '$&$&'))
  },
  async press(...keys) {
    await userEvent.keyboard(keys.map((key) => (key === ' ' ? ' ' : `{${key}}`)).join(''))
  },
  async paste(text) {
    const focused = deepFocus()
    const source = document.createElement('textarea')
    source.value = text
    document.body.append(source)
    source.select()
    await userEvent.keyboard('{Control>}c{/Control}')
    source.remove()
    focused?.focus()
    await userEvent.keyboard('{Control>}v{/Control}')
  },
  async compose(text, commit) {
    const end = text.length
    await cdp().send('Input.imeSetComposition', { text, selectionStart: end, selectionEnd: end })
    if (commit) await cdp().send('Input.insertText', { text })
  },
  async pressComposingEnter() {
    const key = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 }
    await cdp().send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key })
    await cdp().send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
  },
  async click(x, y) {
    const at = { x, y, button: 'left', clickCount: 1 } as const
    await cdp().send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y })
    await cdp().send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at })
    await cdp().send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at })
  },
  async wheel(x, y, deltaY) {
    await cdp().send('Input.dispatchMouseEvent', { type: 'mouseWheel', x, y, deltaX: 0, deltaY })
  },
  readAccessibility,
}

/** Reads only the frame that contains the test: the frames around it belong to the test runner. */
async function readAccessibility(roles: readonly string[]): Promise<AccessibleProperties> {
  const { frameTree } = await cdp().send('Page.getFrameTree')
  const frames = (frameTree.childFrames ?? [frameTree]).flatMap(({ frame, childFrames = [] }) => [
    frame.id,
    ...childFrames.map((child) => child.frame.id),
  ])
  for (const frameId of frames.reverse()) {
    const { nodes } = await cdp().send('Accessibility.getFullAXTree', { frameId })
    const controls = nodes
      .filter(({ ignored, role }) => !ignored && roles.includes(String(role?.value)))
      .map(({ role, name, description }) => ({
        role: String(role?.value ?? ''),
        name: String(name?.value ?? ''),
        description: String(description?.value ?? ''),
      }))
      .filter(({ name }) => !OTHER_BUTTONS.includes(name))
    // prefer a control with a name: a second control of the same kind has none
    const found = controls.find(({ name }) => name) ?? controls[0]
    if (found) return found
  }
  return {}
}

/** The focused element, also in a shadow root. Focusing the host instead would fire focus events twice. */
function deepFocus(): HTMLElement | null {
  let active = document.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active as HTMLElement | null
}
