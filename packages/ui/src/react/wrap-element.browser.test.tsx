import { cloneElement, createRef, StrictMode, type ReactElement } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'

import { drawn, within } from '../../test/draw.js'
import { drawReact, one } from '../../test/react-page.js'
import { unsafeAddresses } from '../../test/unsafe-addresses.js'
import {
  HaiiloAlert,
  HaiiloButton,
  HaiiloCard,
  HaiiloCheckbox,
  HaiiloConfigForm,
  HaiiloDialog,
  HaiiloSelect,
  HaiiloTab,
  HaiiloTabs,
  HaiiloTextField,
} from './index.js'

const options = [
  { value: 'north', label: 'North' },
  { value: 'south', label: 'South' },
]

describe('props', () => {
  it('set properties of the element, for values of any type', async () => {
    await drawReact(<HaiiloSelect label="Canteen" options={options} value="south" required />)
    const { label, options: given, value, required } = one('haiilo-select')
    expect([label, given, value, required]).toEqual(['Canteen', options, 'south', true])
    expect(within(one('haiilo-select'), '#control').textContent.trim()).toBe('South')
  })

  it('that every element has work as on native elements', async () => {
    const global = { id: 'a', className: 'b c', style: { color: 'red' }, hidden: true, lang: 'de', title: 'T' }
    const spoken = { 'aria-label': 'Save', 'data-key': 'x', role: 'group', tabIndex: -1, slot: 'action', part: 'p' }
    const page = await drawReact(<HaiiloCard {...global} {...spoken} autoFocus inert />)
    const card = one('haiilo-card')
    expect(attributesOf(card)).toEqual({
      id: 'a',
      class: 'b c',
      style: 'color: red;',
      hidden: '',
      lang: 'de',
      title: 'T',
      'aria-label': 'Save',
      'data-key': 'x',
      role: 'group',
      tabindex: '-1',
      slot: 'action',
      part: 'p',
      inert: '',
      autofocus: '',
    })
    await page.draw(<HaiiloCard className="d" hidden={false} inert={false} autoFocus={false} id={undefined} />)
    expect(attributesOf(card)).toEqual({ class: 'd', style: '' })
    await page.draw(<HaiiloCard />)
    expect(attributesOf(card)).toEqual({ style: '' })
    expect(one('haiilo-card')).toBe(card)
  })

  const removed: [ReactElement<object>, ReactElement<object>][] = [
    [<HaiiloButton variant="danger" type="submit" href="/" label="Save" busy disabled />, <HaiiloButton />],
    [<HaiiloTextField type="textarea" rows={9} value="Soup" min={1} pattern="a" required />, <HaiiloTextField />],
    [<HaiiloCheckbox checked value="yes" name="vegan" />, <HaiiloCheckbox />],
    [<HaiiloSelect options={options} value="south" placeholder="Where" />, <HaiiloSelect />],
    [<HaiiloDialog heading="Order" size="l" closeOnBackdrop />, <HaiiloDialog />],
    [<HaiiloCard heading="Lunch" level={4} />, <HaiiloCard />],
    [<HaiiloAlert tone="danger" live="polite" heading="Oh" />, <HaiiloAlert />],
    [<HaiiloConfigForm fields={[]} stored={{}} entryPoint="a" validate={() => ({})} unguarded />, <HaiiloConfigForm />],
  ]
  it.for(removed)('that are removed reset the property to its default: %$', async ([before, after]) => {
    const page = await drawReact(before)
    const element = page.place.firstElementChild!
    const names = Object.keys(before.props)
    const valuesOf = (of: Element): unknown[] => names.map((name): unknown => Reflect.get(of, name))
    const expected = valuesOf(document.createElement(element.localName))
    expect(valuesOf(element)).not.toEqual(expected)
    await page.draw(after)
    expect(valuesOf(element)).toEqual(expected)
    await page.draw(before)
    expect(valuesOf(element)).toEqual(Object.values(before.props))
    await page.draw(cloneElement(before, Object.fromEntries(names.map((name) => [name, undefined]))))
    expect([valuesOf(element), page.place.firstElementChild]).toEqual([expected, element])
  })

  it('can be added later', async () => {
    const page = await drawReact(<HaiiloSelect label={undefined} options={undefined} value="south" />)
    await page.draw(<HaiiloSelect label="Canteen" options={options} value="south" />)
    expect(within(one('haiilo-select'), '#control').textContent.trim()).toBe('South')
  })

  it('of two components are independent', async () => {
    const received = vi.fn<(name: string) => void>()
    const page = await drawReact(
      <>
        <HaiiloTextField label="One" value="1" onInput={() => received('one')} />
        <HaiiloTextField label="Two" value="2" onInput={() => received('two')} />
      </>,
    )
    const [one, two] = page.place.querySelectorAll('haiilo-text-field')
    two?.focus()
    await userEvent.keyboard('3')
    await drawn(page.place)
    expect([one?.value, two?.value, received.mock.calls]).toEqual(['1', '2', [['two']]])
  })
})

describe('children', () => {
  it('become the content, in the slot that they name', async () => {
    await drawReact(
      <HaiiloAlert heading="Closed">
        The canteen is closed. <button slot="action">Other canteens</button>
      </HaiiloAlert>,
    )
    const assigned = (slot: string): Node[] =>
      (within(one('haiilo-alert'), slot) as HTMLSlotElement).assignedNodes({ flatten: true })
    expect(assigned('slot[name=action]')).toEqual([one('button')])
    expect(assigned('slot:not([name])')[0]?.textContent).toBe('The canteen is closed. ')
  })

  it('can be added, removed and changed', async () => {
    const tabs = (names: string[]): ReactElement => (
      <HaiiloTabs label="Days">
        {names.map((name) => (
          <HaiiloTab key={name} label={name}>
            {name}
          </HaiiloTab>
        ))}
      </HaiiloTabs>
    )
    const page = await drawReact(tabs(['Monday', 'Tuesday']))
    const list = (): string => within(one('haiilo-tabs'), '[role=tablist]').textContent.replaceAll(/\s+/g, ' ').trim()
    expect(list()).toBe('Monday Tuesday')
    await page.draw(tabs(['Tuesday', 'Wednesday', 'Friday']))
    await expect.poll(list).toBe('Tuesday Wednesday Friday')
  })
})

describe('ref', () => {
  it('is the element, with its properties and methods', async () => {
    const ref = createRef<HaiiloTextField>()
    const page = await drawReact(<HaiiloTextField ref={ref} label="Title" required />)
    expect(ref.current).toBe(one('haiilo-text-field'))
    expect(ref.current?.reportValidity()).toBe(false)
    expect(document.activeElement).toBe(ref.current)
    page.unmount()
    expect(ref.current).toBe(null)
  })

  it('calls a function once, after the properties are set', async () => {
    const received: unknown[] = []
    const ref = (element: HaiiloDialog | null): void => void received.push(element?.heading ?? null)
    const page = await drawReact(<HaiiloDialog ref={ref} heading="Order" />)
    await page.draw(<HaiiloDialog ref={ref} heading="Lunch" />)
    expect(received).toEqual(['Order'])
    page.unmount()
    expect(received).toEqual(['Order', null])
  })
})

describe('events', () => {
  it('reach the latest handler, with the element', async () => {
    const received: string[] = []
    const field = (name: string): ReactElement => (
      <HaiiloTextField label="Title" onInput={({ currentTarget }) => received.push(`${name} ${currentTarget.value}`)} />
    )
    const page = await drawReact(field('first'))
    one('haiilo-text-field').focus()
    await userEvent.keyboard('a')
    await page.draw(field('second'))
    await userEvent.keyboard('b')
    await page.draw(<HaiiloTextField label="Title" />)
    await userEvent.keyboard('c')
    await page.draw(<HaiiloTextField label="Title" onInput={undefined} />)
    await userEvent.keyboard('d')
    await page.draw(field('late'))
    await userEvent.keyboard('e')
    expect(received).toEqual(['first a', 'second ab', 'late abcde'])
  })

  it('pass the detail of the event', async () => {
    const onSave = vi.fn<(values: unknown) => void>()
    const fields = [{ key: 'title', type: 'text', label: { en: 'Title' } }]
    await drawReact(<HaiiloConfigForm fields={fields} onSave={({ detail }) => onSave(detail)} unguarded />)
    within(one('haiilo-config-form'), 'haiilo-text-field').focus()
    await userEvent.keyboard('Lunch{Enter}')
    await expect.poll(() => onSave.mock.calls).toEqual([[{ title: 'Lunch' }]])
  })

  it('of React work on the element, and do not come from a busy button', async () => {
    const onClick = vi.fn()
    const page = await drawReact(<HaiiloButton onClick={onClick}>Order</HaiiloButton>)
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
    expect(onClick).toHaveBeenCalledTimes(1)
    await page.draw(
      <HaiiloButton onClick={onClick} busy>
        Order
      </HaiiloButton>,
    )
    await userEvent.keyboard('{Enter}')
    expect(onClick).toHaveBeenCalledTimes(1)
  })

  it.for(['cancel', 'close', 'change', 'toggle', 'input'])(
    'do not include a %s event from the content',
    async (type) => {
      const handler = vi.fn()
      await drawReact(
        <>
          <HaiiloDialog open heading="Order" onCancel={handler} onClose={handler}>
            <i id="in-dialog" />
          </HaiiloDialog>
          <HaiiloTabs onChange={handler}>
            <HaiiloTab name="a">
              <i id="in-tab" />
            </HaiiloTab>
          </HaiiloTabs>
        </>,
      )
      for (const id of ['in-dialog', 'in-tab']) {
        document
          .querySelector(`#${id}`)
          ?.dispatchEvent(new Event(type, { bubbles: true, composed: true, cancelable: true }))
      }
      await drawn(document)
      expect([handler.mock.calls, one('haiilo-dialog').open]).toEqual([[], true])
    },
  )

  it('can be prevented', async () => {
    const onClose = vi.fn()
    await drawReact(
      <HaiiloDialog open heading="Order" onCancel={(event) => event.preventDefault()} onClose={onClose} />,
    )
    const dialog = one('haiilo-dialog')
    await expect.poll(() => within(dialog, 'dialog').matches(':modal')).toBe(true)
    await userEvent.click(within(dialog, 'button'))
    await drawn(document)
    expect([dialog.open, onClose.mock.calls]).toEqual([true, []])
  })

  it('are fired once in StrictMode', async () => {
    const received: string[] = []
    await drawReact(
      <StrictMode>
        <HaiiloTextField label="Title" value="" onInput={(event) => received.push(event.currentTarget.value)} />
      </StrictMode>,
    )
    one('haiilo-text-field').focus()
    await userEvent.keyboard('a')
    expect(received).toEqual(['a'])
  })
})

function attributesOf(element: Element): Record<string, string> {
  return Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]))
}

it.each(unsafeAddresses)('leaves out an address that could run a script: %j', async (address) => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  await drawReact(<HaiiloButton href={address}>More</HaiiloButton>)
  expect(within(one('haiilo-button'), 'a').hasAttribute('href')).toBe(false)
  // this warning is expected: any other warning or error of React still fails the test
  expect(warn).toHaveBeenCalledOnce()
  warn.mockClear()
})
