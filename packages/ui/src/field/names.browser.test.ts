import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { draw, drawn, expectAccessible, within } from '../../test/draw.js'
import '../components/button/haiilo-button.js'
import '../components/checkbox/haiilo-checkbox.js'
import '../components/radio-group/haiilo-radio-group.js'
import '../components/select/haiilo-select.js'
import '../components/switch/haiilo-switch.js'
import '../components/text-field/haiilo-text-field.js'

/** Each kind of field, the native field with the same role, and that role. */
const KINDS = [
  ['haiilo-text-field', 'input', 'textbox'],
  ['haiilo-select', 'select', 'combobox'],
  ['haiilo-checkbox', 'input type="checkbox"', 'checkbox'],
  ['haiilo-switch', 'input type="checkbox" role="switch"', 'switch'],
  ['haiilo-radio-group', 'fieldset role="radiogroup"', 'radiogroup'],
] as const

/** The sources of a name. `[field …]` becomes a native field or a field of the kit. */
const NAMES = [
  ['a label', '<label for="f">Dish</label>[field id="f"]'],
  ['a label around it', '<label>Dish [field id="f"]</label>'],
  ['two labels', '<label for="f">Dish</label><label for="f">of the day</label>[field id="f"]'],
  ['aria-label', '<label for="f">No</label>[field id="f" aria-label="Dish"]'],
  [
    'aria-labelledby',
    '<span id="a">Dish</span> <span id="b">of  the day</span><label for="f">No</label>[field id="f" aria-label="No" aria-labelledby="a b"]',
  ],
] as const

const written = (text: string, tag: string): string =>
  text.replaceAll(/\[field([^\]]*)\]/g, (_, attributes: string) => {
    const [name = ''] = tag.split(' ')
    return name === 'input' ? `<${tag}${attributes}>` : `<${tag}${attributes}><option>Soup</option></${name}>`
  })

describe.each(KINDS)('%s', (tag, native, role) => {
  const named = (name: string): number => page.getByRole(role, { name, exact: true }).elements().length
  const nameOfNative = (text: string): string => {
    const place = document.createElement('div')
    place.innerHTML = written(text, native)
    document.body.append(place)
    const names = ['Dish', 'Dish of the day', 'Soup'].filter((name) => named(name) === 1)
    place.remove()
    return names.join()
  }

  it.each(NAMES)('gets its name from %s, like a native field', async (_, text) => {
    const name = /of/.test(text) ? 'Dish of the day' : 'Dish'
    // a native fieldset gets no name from a label
    if (role !== 'radiogroup') expect(nameOfNative(text)).toBe(name)
    await draw(`<div>${written(text, tag)}</div>`)
    expect(named(name)).toBe(1)
    await expectAccessible()
  })

  it('gets its name from a label if `aria-labelledby` refers to no element', async () => {
    await draw(`<div>${written('<label for="f">Dish</label>[field id="f" aria-labelledby="none"]', tag)}</div>`)
    expect(named('Dish')).toBe(1)
  })

  it('updates its name for a new label text, a new label and another reference', async () => {
    const place = await draw(
      `<div><label for="f">Dish</label><i id="a">Soup</i>${written('[field id="f"]', tag)}</div>`,
    )
    const field = place.lastElementChild as HTMLElement
    const label = place.firstElementChild as HTMLLabelElement
    await expect.poll(() => named('Dish')).toBe(1)
    label.firstChild!.nodeValue = 'Drink'
    await expect.poll(() => named('Drink')).toBe(1)
    label.textContent = 'Meal'
    await expect.poll(() => named('Meal')).toBe(1)
    label.htmlFor = 'none'
    await expect.poll(() => named('Meal')).toBe(0)
    field.insertAdjacentHTML('beforebegin', '<label for="f">Later</label>')
    await expect.poll(() => named('Later')).toBe(1)
    field.setAttribute('aria-labelledby', 'a')
    await expect.poll(() => named('Soup')).toBe(1)
    place.querySelector('i')!.textContent = 'Tea'
    await expect.poll(() => named('Tea')).toBe(1)
  })

  it('prefers a name from ARIA attributes to its own label', async () => {
    await draw(
      `<div><i id="a">Tea</i>${written('[field label="Dish" aria-labelledby="a"]', tag)}${written('[field label="Dish" aria-label="Soup"]', tag)}</div>`,
    )
    expect([named('Tea'), named('Soup'), named('Dish')]).toEqual([1, 1, 0])
    await expectAccessible()
  })

  it('is described by the elements of `aria-describedby`, even when their text changes', async () => {
    const place = await draw(
      `<div><i id="a">Hot</i><i id="b">and cold</i>${written('[field label="Dish" aria-describedby="a b" hint="Ask"]', tag)}</div>`,
    )
    const control = within(place.lastElementChild as HTMLElement, '[aria-describedby]')
    const description = (): string => {
      const ids = control.getAttribute('aria-describedby')?.split(' ') ?? []
      return ids
        .map((id) => within(place.lastElementChild as HTMLElement, `#${id}`).textContent)
        .join(' ')
        .trim()
    }
    expect(description()).toBe('Hot and cold Ask')
    place.querySelector('i')!.textContent = 'Warm'
    await expect.poll(description).toBe('Warm and cold Ask')
    await expectAccessible()
  })

  it('gets the focus from `autofocus` in the HTML, unless another element has it', async () => {
    const place = await draw(
      `<div>${written('[field label="Dish" autofocus]', tag)}${written('[field label="Drink" autofocus]', tag)}</div>`,
    )
    // a radio group without options has nothing to focus
    if (role !== 'radiogroup') expect(document.activeElement).toBe(place.firstElementChild)
  })
})

it('a button gets the focus from `autofocus`', async () => {
  const button = await draw('<haiilo-button autofocus>Go</haiilo-button>')
  expect(document.activeElement).toBe(button)
})

describe('a text that a script sets is stored as in a native field', () => {
  const texts = [
    ' ada@example.com ',
    'a\nb',
    'a\r\nb',
    '\ta\t',
    '\u00a0a\u00a0',
    '\n',
    'a  b',
    '\u3000x',
    ' https://example.com\n ',
  ]
  const types = [
    ['text', 'input'],
    ['email', 'input'],
    ['url', 'input'],
    ['search', 'input'],
    ['textarea', 'textarea'],
  ] as const
  it.each(types)('%s', async (type, tag) => {
    const mine = await draw<HTMLElementTagNameMap['haiilo-text-field']>(
      `<haiilo-text-field label="a" type="${type}"></haiilo-text-field>`,
    )
    const theirs = document.createElement(tag)
    if (theirs instanceof HTMLInputElement) theirs.type = type
    for (const text of texts) {
      mine.value = theirs.value = text
      expect([mine.value, within(mine, '.control')]).toEqual([
        theirs.value,
        expect.objectContaining({ value: theirs.value }),
      ])
      expect(mine.validity.typeMismatch).toBe(theirs.validity.typeMismatch)
      await drawn(document)
      expect(mine.value).toBe(theirs.value)
    }
  })
})

describe('a pattern is matched with the flag v, as in a native field', () => {
  it.each([
    ['[\\w--\\d]+', 'ab', 'ab1'],
    ['[\\p{L}&&\\p{ASCII}]+', 'ab', 'äb'],
    ['\\p{RGI_Emoji}', '👨‍👩‍👧', 'a'],
    ['[(]', '(', 'a'],
    ['a|b', 'a', 'ab'],
  ])('%s', async (pattern, ...values) => {
    const field = await draw<HTMLElementTagNameMap['haiilo-text-field']>(
      '<haiilo-text-field label="a"></haiilo-text-field>',
    )
    const native = Object.assign(document.createElement('input'), { pattern })
    field.pattern = pattern
    for (const value of values) {
      field.value = native.value = value
      expect(field.validity.patternMismatch).toBe(native.validity.patternMismatch)
    }
  })
})
