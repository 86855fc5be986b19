import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'

import { draw, drawn, within } from '../../test/draw.js'
import '../components/button/haiilo-button.js'
import '../components/checkbox/haiilo-checkbox.js'
import '../components/dialog/haiilo-dialog.js'
import '../components/text-field/haiilo-text-field.js'
import type { HaiiloButton } from '../components/button/haiilo-button.js'

/** Converts the markup of a form: `[field]`, `[check]` and `[button]` become native controls or controls of the kit. */
const written = (text: string, isOurs: boolean): string =>
  text.replaceAll(/\[(field|check|button)([^\]]*)\]/g, (_, kind: string, attributes: string) => {
    const ours = { field: 'haiilo-text-field', check: 'haiilo-checkbox', button: 'haiilo-button' }[kind]
    if (isOurs) return `<${ours} label="Dish"${attributes}>Go</${ours}>`
    if (kind === 'button') return `<button${/type=/.test(attributes) ? '' : ' type="button"'}${attributes}>Go</button>`
    return `<input aria-label="Dish"${kind === 'check' ? ' type="checkbox"' : ''}${attributes} />`
  })

/** Records the events of a form, and prevents its submission. */
async function drawForm(text: string, isOurs: boolean): Promise<{ form: HTMLFormElement; received: string[] }> {
  const place = await draw(`<div>${written(`<form id="order">${text}</form>`, isOurs)}</div>`)
  const form = place.firstElementChild as HTMLFormElement
  const received: string[] = []
  const listen = (type: string, describeEvent: (event: Event) => string): void => {
    place.addEventListener(type, (event) => received.push(`${type} ${describeEvent(event)}`))
  }
  listen('change', ({ target }) => (target as HTMLInputElement).value)
  listen('reset', () => '')
  listen('submit', (event) => {
    event.preventDefault()
    const { submitter } = event as SubmitEvent
    const data = new FormData(form, submitter)
    return JSON.stringify([submitter?.getAttribute('name'), submitter?.getAttribute('value'), [...data]])
  })
  return { form, received }
}

/** Resolves after the tasks that Enter or a click schedules. */
const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20))

async function afterKeys(text: string, keys: string, isOurs: boolean): Promise<readonly string[]> {
  const { form, received } = await drawForm(text, isOurs)
  ;(form.querySelector<HTMLElement>('.first') ?? (form.firstElementChild as HTMLElement)).focus()
  await userEvent.keyboard(keys)
  await later()
  // the next form has the same id
  form.parentElement?.remove()
  return received.map((each) => each.replaceAll('null', '""'))
}

describe('Enter in a field has the same effect as in a native field', () => {
  it.each([
    ['one field', '[field name="a"]'],
    ['one field and a checkbox', '[field name="a"][check name="b"]'],
    ['one field and a text area', '[field name="a"]<textarea></textarea>'],
    ['two fields', '[field name="a"][field name="b"]'],
    ['two fields and a button that does not submit', '[field name="a"][field name="b"][button]'],
    ['two fields and a submit button', '[field name="a"][field name="b"][button type="submit" name="go" value="1"]'],
    ['a native submit button', '[field name="a"]<button name="go" value="1">Go</button>'],
    [
      'two submit buttons',
      '[field name="a"][button type="submit" name="go" value="1"][button type="submit" name="go" value="2"]',
    ],
    [
      'a native submit button before ours',
      '[field name="a"]<button name="go" value="1">Go</button>[button type="submit" name="go" value="2"]',
    ],
    [
      'a native submit button after ours',
      '[field name="a"][button type="submit" name="go" value="2"]<button name="go" value="1">Go</button>',
    ],
    ['a disabled submit button', '[field name="a"][button type="submit" disabled]'],
    [
      'a disabled submit button and another one',
      '[field name="a"][button type="submit" disabled][button type="submit" name="go"]',
    ],
    ['a submit button in a disabled fieldset', '[field name="a"]<fieldset disabled>[button type="submit"]</fieldset>'],
    [
      'an image as the submit button',
      '[field name="a"][field name="b"]<input type="image" alt="Go" name="go" value="1" />',
    ],
    [
      'an image before a submit button',
      '[field name="a"]<input type="image" alt="Go" name="go" />[button type="submit" name="go"]',
    ],
    [
      'a submit button outside',
      '[field name="a"][field name="b"]</form>[button type="submit" form="order" name="go" value="1"]<form>',
    ],
    ['a reset button only', '[field name="a"][button type="reset"]'],
    [
      'a native field beside our button',
      '<input name="a" aria-label="a" /><input name="b" aria-label="b" />[button type="submit" name="go" value="1"]',
    ],
    ['a native field beside our disabled button', '<input name="a" aria-label="a" />[button type="submit" disabled]'],
    [
      'a native field beside our button of another kind',
      '<input name="a" aria-label="a" /><input name="b" aria-label="b" />[button]',
    ],
    ['a native field of another form', '<input name="a" aria-label="a" form="none" />[button type="submit"]'],
    ['a native field before ours', '<input name="a" aria-label="a" />[field name="b"]'],
    ['a native field after ours', '[field name="b"]<input name="a" aria-label="a" />'],
    [
      'a native field before our text area',
      '<input name="a" aria-label="a" /><haiilo-text-field type="textarea" label="b"></haiilo-text-field>',
    ],
    ['a native field before our checkbox', '<input name="a" aria-label="a" />[check name="b"]'],
    [
      'a native field before ours and a button',
      '<input name="a" aria-label="a" />[field name="b"][button type="submit" name="go"]',
    ],
    ['an invalid field', '[field name="a" type="email"][button type="submit"]'],
    ['an invalid field and `formnovalidate`', '[field name="a" type="email"][button type="submit" formnovalidate]'],
  ])('%s', async (_, text) => {
    for (const keys of ['Soup{Enter}', '{Enter}', 'Soup{Enter}s{Enter}']) {
      expect(await afterKeys(text, keys, true)).toEqual(await afterKeys(text, keys, false))
    }
  })

  it.each([
    ['with a submit button', '[field name="a"][check class="first" name="b"][button type="submit" name="go"]'],
    ['without a submit button', '[field name="a"][check class="first" name="b"]'],
  ])('in a checkbox %s', async (_, text) => {
    expect(await afterKeys(text, '{Enter}', true)).toEqual(await afterKeys(text, '{Enter}', false))
  })

  it.each(['keydown', 'keypress'])('Enter does not submit if a listener of the page prevents %s', async (type) => {
    for (const isOurs of [true, false]) {
      const { form, received } = await drawForm('[field name="a"][button type="submit"]', isOurs)
      form.addEventListener(type, (event) => event.preventDefault())
      ;(form.firstElementChild as HTMLElement).focus()
      await userEvent.keyboard('{Enter}')
      await later()
      expect(received).toEqual([])
    }
  })

  it('Enter does not submit if it ends a composition', async () => {
    const { form, received } = await drawForm('[field name="a"][button type="submit"]', true)
    for (const init of [{ keyCode: 229 }, { isComposing: true }]) {
      const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, ...init })
      within(form.firstElementChild as HTMLElement, 'input').dispatchEvent(event)
    }
    await later()
    expect(received).toEqual([])
  })
})

describe('a submit button is the submitter, like a native button', () => {
  const attributes = [
    'name="go" value="1"',
    'name="go"',
    'value="1"',
    '',
    'name="go" value="1" formnovalidate',
    'name="go" value="1" formmethod="dialog" formaction="/elsewhere" formtarget="_blank" formenctype="text/plain"',
  ]
  it.each(attributes)('%s', async (text) => {
    const seen: unknown[] = []
    for (const isOurs of [true, false]) {
      const { form, received } = await drawForm(`[field name="a" value="x"][button type="submit" ${text}]`, isOurs)
      const target: unknown[] = []
      form.addEventListener('submit', ({ submitter }) => {
        const { formAction, formMethod, formTarget, formEnctype, formNoValidate } = submitter as HTMLButtonElement
        target.push(formAction, formMethod, formTarget, formEnctype, formNoValidate)
      })
      ;(form.lastElementChild as HTMLElement).click()
      // a click by a script submits immediately
      seen.push([received.map((each) => each.replaceAll('null', '""')), target])
      await later()
      expect(form.children).toHaveLength(2)
    }
    expect(seen[0]).toEqual(seen[1])
  })

  it('uses its current properties', async () => {
    const { form, received } = await drawForm('[button type="submit"]', true)
    Object.assign(form.lastElementChild as HaiiloButton, { name: 'go', value: '2' }).click()
    expect(received).toEqual(['submit ["go","2",[["go","2"]]]'])
  })

  it('submits once if the first click makes it busy or disabled, even if the second click follows immediately', async () => {
    for (const rest of ['busy', 'disabled']) {
      for (const press of ['click', 'dispatch']) {
        const { form, received } = await drawForm('[button type="submit"]', true)
        const button = form.lastElementChild as HaiiloButton
        form.addEventListener('submit', () => Object.assign(button, { [rest]: true }))
        for (let time = 0; time < 2; time += 1) {
          if (press === 'click') within(button, 'button').click()
          else button.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }))
        }
        await later()
        expect(received).toHaveLength(1)
      }
    }
  })

  it('a reset button resets immediately', async () => {
    const { form, received } = await drawForm('[field name="a"][button type="reset"]', true)
    ;(form.lastElementChild as HaiiloButton).click()
    expect(received).toEqual(['reset '])
  })
})

describe('a form in a dialog closes the dialog', () => {
  it.each([
    ['method="dialog"', '<haiilo-button type="submit" value="soup">Order</haiilo-button>', 'soup'],
    ['method="DIALOG"', '<button value="soup">Order</button>', 'soup'],
    ['', '<button formmethod="dialog" value="soup">Order</button>', 'soup'],
    ['', '<haiilo-button type="submit" formmethod="Dialog" name="a" value="soup">Order</haiilo-button>', 'soup'],
    ['method="dialog"', '<haiilo-button type="submit">Order</haiilo-button>', ''],
    ['method="dialog"', '<button formmethod="get" value="soup">Order</button>', undefined],
  ])('%s, %s', async (method, button, value) => {
    const dialog = await draw<HTMLElementTagNameMap['haiilo-dialog']>(
      `<haiilo-dialog open heading="Order"><form ${method}>${button}</form></haiilo-dialog>`,
    )
    await expect.poll(() => within(dialog, 'dialog').open).toBe(true)
    if (value === undefined) dialog.addEventListener('submit', (event) => setTimeout(() => event.preventDefault()))
    dialog.addEventListener('submit', (event) => value === undefined && event.preventDefault())
    dialog.querySelector<HTMLElement>('form > *')?.click()
    await later()
    await drawn(document)
    expect([dialog.open, dialog.returnValue]).toEqual([value === undefined, value ?? ''])
  })
})
