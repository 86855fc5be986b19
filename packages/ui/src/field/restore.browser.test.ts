import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'

import { draw, drawn, within } from '../../test/draw.js'
import '../components/button/haiilo-button.js'
import '../components/checkbox/haiilo-checkbox.js'
import '../components/radio-group/haiilo-radio-group.js'
import '../components/select/haiilo-select.js'
import '../components/switch/haiilo-switch.js'
import '../components/text-field/haiilo-text-field.js'
import type { HaiiloField } from './haiilo-field.js'

type Field = HTMLInputElement & Pick<HaiiloField, 'formStateRestoreCallback'>

const OPTIONS = '<option value="north"></option><option value="south"></option><option value="west"></option>'

/** Each kind of field: its tag, its property, and two states. */
const KINDS = [
  ['text-field', 'value', 'north', 'south'],
  ['text-field type="number"', 'value', '1', '2'],
  ['text-field type="textarea"', 'value', 'a', 'b'],
  ['select', 'value', 'north', 'south'],
  ['radio-group', 'value', 'north', 'south'],
  ['checkbox', 'checked', true, false],
  ['checkbox', 'checked', false, true],
  ['switch', 'checked', false, true],
] as const

type State = string | boolean

const markup = (kind: string, name: string, state: State | undefined): string => {
  const tag = `haiilo-${kind}`
  const attribute =
    typeof state === 'boolean' ? (state ? 'checked' : '') : state === undefined ? '' : `${name}="${state}"`
  return `<form><${tag} name="dish" label="Dish" ${attribute}>${OPTIONS}</${tag.split(' ')[0]}></form>`
}

const setAttribute = (field: Element, name: string, state: State): void => {
  if (typeof state === 'boolean') field.toggleAttribute(name, state)
  else field.setAttribute(name, state)
}

async function drawField(
  kind: string,
  name: string,
  state?: State,
): Promise<{ form: HTMLFormElement; field: Field; get: () => unknown }> {
  const form = await draw<HTMLFormElement>(markup(kind, name, state))
  const field = form.firstElementChild as Field
  return { form, field, get: () => Reflect.get(field, name) as unknown }
}

describe.each(KINDS)('%s', (kind, name, first, second) => {
  it('is reset to its attribute, not to the state that the browser restored', async () => {
    const place = document.createElement('div')
    // restored before the first render, as when the module loads late
    place.innerHTML = markup(kind, name, first)
    const form = place.firstElementChild as HTMLFormElement
    const field = form.firstElementChild as Field
    document.body.append(place)
    field.formStateRestoreCallback(typeof second === 'boolean' ? (second ? 'on' : '') : second)
    await drawn(document)
    expect(Reflect.get(field, name)).toBe(second)
    form.reset()
    expect(Reflect.get(field, name)).toBe(first)
    place.remove()
  })

  it('is reset to its empty state without an attribute, not to the state that the browser restored', async () => {
    const { form, field, get } = await drawField(kind, name)
    const nothing = get()
    field.formStateRestoreCallback(typeof second === 'boolean' ? (second ? 'on' : '') : second)
    form.reset()
    expect(get()).toBe(nothing)
  })

  it('is reset to the current attribute', async () => {
    const { form, field, get } = await drawField(kind, name, first)
    setAttribute(field, name, second)
    // nothing has set the property yet
    expect(get()).toBe(second)
    Object.assign(field, { [name]: first })
    form.reset()
    expect(get()).toBe(second)
    setAttribute(field, name, first)
    expect(get()).toBe(first)
  })

  const isChoice = kind === 'select' || kind === 'radio-group'
  it(`${isChoice ? 'replaces' : 'keeps'} the property when its attribute changes, like a native field`, async () => {
    const { form, field, get } = await drawField(kind, name, first)
    Object.assign(field, { [name]: first })
    setAttribute(field, name, second)
    await drawn(document)
    expect(get()).toBe(isChoice ? second : first)
    form.reset()
    expect(get()).toBe(second)
  })

  it('is reset to the property that was set before the first render if there is no attribute', async () => {
    const form = await draw<HTMLFormElement>('<form></form>')
    const place = document.createElement('div')
    place.innerHTML = markup(kind, name, typeof first === 'boolean' ? false : undefined)
    const field = place.querySelector('[name=dish]') as Field
    Object.assign(field, { [name]: first })
    form.append(field)
    await drawn(form)
    Object.assign(field, { [name]: second })
    form.reset()
    expect(Reflect.get(field, name)).toBe(first)
  })
})

it.each(['select', 'radio-group'])(
  'haiilo-%s keeps the property when its attribute is set to the same value or removed',
  async (kind) => {
    const { field } = await drawField(kind, 'value', 'north')
    field.value = 'south'
    field.setAttribute('value', 'north')
    expect(field.value).toBe('south')
    field.removeAttribute('value')
    expect(field.value).toBe('south')
  },
)

it('keeps the text of the person when its attribute changes, like a native field', async () => {
  const form = await draw<HTMLFormElement>(
    '<form><haiilo-text-field label="Dish" value="a"></haiilo-text-field><input value="a" aria-label="Dish" /></form>',
  )
  for (const field of [...form.children] as HTMLInputElement[]) {
    field.focus()
    await userEvent.keyboard('{End}b')
    field.setAttribute('value', 'c')
    await drawn(document)
    expect(field.value).toBe('ab')
    form.reset()
    expect(field.value).toBe('c')
  }
})

describe('a value that a browser or an extension fills in', () => {
  const fill = (field: HTMLInputElement): HTMLInputElement => {
    const control = field.shadowRoot?.querySelector<HTMLInputElement>('input, textarea') ?? field
    if (control.type === 'checkbox') control.checked = true
    else control.value = '7'
    return control
  }
  const fields = [
    'text-field',
    'text-field type="email"',
    'text-field type="number"',
    'text-field type="textarea"',
    'checkbox',
    'switch',
  ]

  describe.each(fields)('into haiilo-%s', (kind) => {
    it.each(['no event', 'change', 'input and change'])('with %s is kept and submitted', async (by) => {
      const tag = kind.split(' ')[0]
      const form = await draw<HTMLFormElement>(
        `<form><haiilo-${kind} name="dish" label="Dish" value="on" required></haiilo-${tag}><input name="dish" value="tea" aria-label="Drink" /></form>`,
      )
      const field = form.firstElementChild as HTMLInputElement & HaiiloField
      if (field.value !== 'on') expect(field.value).toBe('')
      const received: string[] = []
      for (const type of ['input', 'change']) form.addEventListener(type, () => received.push(type))
      const control = fill(field)
      for (const type of by.match(/input|change/g) ?? []) {
        control.dispatchEvent(new Event(type, { bubbles: true, composed: type === 'input' }))
      }
      // listeners of `input` also get the value
      expect(received).toEqual(by === 'no event' ? [] : ['input', 'change'])
      const value = kind === 'checkbox' || kind === 'switch' ? 'on' : '7'
      expect([field.validity.valueMissing, new FormData(form).getAll('dish').sort()]).toEqual([
        false,
        [value, 'tea'].sort(),
      ])
      field.requestUpdate()
      await drawn(document)
      expect([field.value, new FormData(form).getAll('dish').sort()]).toEqual([value, [value, 'tea'].sort()])
    })
  })

  it.each(['<button>Go</button>', '<haiilo-button type="submit">Go</haiilo-button>'])(
    'can be submitted with %s',
    async (button) => {
      const form = await draw<HTMLFormElement>(
        `<form><haiilo-text-field name="a" label="a" required></haiilo-text-field><haiilo-checkbox name="b" label="b" required></haiilo-checkbox>${button}</form>`,
      )
      const sent: unknown[] = []
      form.addEventListener('submit', (event) => {
        event.preventDefault()
        sent.push(...new FormData(form))
      })
      for (const field of form.querySelectorAll<HTMLInputElement>('haiilo-text-field, haiilo-checkbox')) fill(field)
      await userEvent.click(form.lastElementChild as HTMLElement)
      expect(sent).toEqual([
        ['a', '7'],
        ['b', 'on'],
      ])
    },
  )

  it('is in the form data before anything reads the field', async () => {
    const form = await draw<HTMLFormElement>(
      '<form><haiilo-checkbox name="a" value="1" label="1"></haiilo-checkbox><haiilo-checkbox name="a" value="2" label="2" checked></haiilo-checkbox><haiilo-text-field name="b" label="b"></haiilo-text-field></form>',
    )
    for (const field of form.querySelectorAll<HTMLInputElement>('haiilo-checkbox:not([checked]), haiilo-text-field'))
      fill(field)
    const data = new FormData(form)
    expect([data.getAll('a').sort(), data.getAll('b')]).toEqual([['1', '2'], ['7']])
    within(form.lastElementChild as HTMLElement, 'input').value = '8'
    form.firstElementChild?.remove()
    expect([...new FormData(form)]).toEqual([
      ['a', '2'],
      ['b', '8'],
    ])
  })
})
