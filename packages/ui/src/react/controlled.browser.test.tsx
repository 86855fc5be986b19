import { StrictMode, useState, type ReactElement } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'

import { drawn, within } from '../../test/draw.js'
import { drawReact, one, shown, type } from '../../test/react-page.js'
import {
  HaiiloButton,
  HaiiloCheckbox,
  HaiiloDialog,
  HaiiloRadioGroup,
  HaiiloSelect,
  HaiiloSwitch,
  HaiiloTab,
  HaiiloTabs,
  HaiiloTextField,
} from './index.js'

const options = [
  { value: 'north', label: 'North' },
  { value: 'south', label: 'South' },
]

describe('a controlled text field', () => {
  /** Stores the text that `accept` returns. */
  function Title({ accept = (text) => text }: { readonly accept?: (text: string) => string }): ReactElement {
    const [title, setTitle] = useState('')
    return (
      <>
        <HaiiloTextField label="Title" value={title} onInput={(event) => setTitle(accept(event.currentTarget.value))} />
        <output>{title}</output>
        <HaiiloButton onClick={() => setTitle('')}>Reset</HaiiloButton>
      </>
    )
  }

  it.for([false, true])('accepts what the person types (StrictMode: %s)', async (isStrict) => {
    await drawReact(isStrict ? <StrictMode children={<Title />} /> : <Title />)
    await type('Soup')
    expect([shown(), one('haiilo-text-field').value, one('output').textContent]).toEqual(['Soup', 'Soup', 'Soup'])
  })

  it('shows the text that the parent returns', async () => {
    await drawReact(<Title accept={(text) => text.toUpperCase()} />)
    await type('Soup')
    expect(shown()).toBe('SOUP')
  })

  it('does not show characters that the parent removes', async () => {
    await drawReact(<Title accept={(text) => text.replaceAll(/\D/g, '')} />)
    await type('a1b2c')
    expect([shown(), one('haiilo-text-field').value, one('output').textContent]).toEqual(['12', '12', '12'])
  })

  it('keeps its text if the parent never changes the value', async () => {
    const onInput = vi.fn()
    await drawReact(<HaiiloTextField label="Title" value="Soup" onInput={onInput} />)
    await type('{End}ab')
    expect([shown(), onInput.mock.calls.length]).toEqual(['Soup', 2])
  })

  it('accepts text again after the parent has reset it', async () => {
    await drawReact(<Title />)
    await type('Soup')
    await userEvent.click(one('haiilo-button'))
    await drawn(document)
    expect(shown()).toBe('')
    await type('Tea')
    expect(shown()).toBe('Tea')
  })

  it('keeps an incomplete number while the person types, and accepts another number from the parent', async () => {
    let draw = (_: string): void => undefined
    function Dishes(): ReactElement {
      const [dishes, setDishes] = useState('5')
      draw = setDishes
      const onInput = (event: { currentTarget: { value: string } }): void => setDishes(event.currentTarget.value)
      return <HaiiloTextField label="Dishes" type="number" value={dishes} hint={dishes} onInput={onInput} />
    }
    await drawReact(<Dishes />)
    await type('{End}-')
    await drawn(document)
    expect([shown(), one('haiilo-text-field').value]).toEqual(['5-', ''])
    await type('{Backspace}.5')
    expect([shown(), one('haiilo-text-field').value]).toEqual(['5.5', '5.5'])
    for (const value of ['7', '']) {
      await type('-')
      draw('8')
      await expect.poll(shown).toBe('8')
      draw(value)
      await expect.poll(shown).toBe(value)
      expect(one('haiilo-text-field').validity.badInput).toBe(false)
    }
  })

  it('keeps the position of the caret', async () => {
    await drawReact(<Title />)
    await type('Sup')
    await type('{ArrowLeft}{ArrowLeft}o')
    await type('x')
    expect(shown()).toBe('Soxup')
  })

  it('returns to the value of the parent after a script has changed it', async () => {
    const field = (): ReactElement => <HaiiloTextField label="Title" value="Soup" onInput={() => undefined} />
    const page = await drawReact(field())
    one('haiilo-text-field').value = 'Tea'
    await page.draw(field())
    expect(shown()).toBe('Soup')
  })
})

describe('a component whose parent never changes the value', () => {
  it.for([
    ['checkbox', HaiiloCheckbox],
    ['switch', HaiiloSwitch],
  ] as const)('a %s keeps its state', async ([name, Toggle]) => {
    const onInput = vi.fn()
    const page = await drawReact(<Toggle label="Vegan" checked={false} onInput={onInput} />)
    const toggle = one(`haiilo-${name}`)
    toggle.focus()
    await userEvent.keyboard(' ')
    await drawn(document)
    expect([toggle.checked, within(toggle, 'input').checked]).toEqual([false, false])
    expect(onInput).toHaveBeenCalledTimes(1)
    await page.draw(<Toggle label="Vegan" checked onInput={onInput} />)
    expect(within(toggle, 'input').checked).toBe(true)
  })

  it('a select keeps its value', async () => {
    await drawReact(<HaiiloSelect label="Canteen" options={options} value="north" onInput={() => undefined} />)
    const select = one('haiilo-select')
    select.focus()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    await drawn(document)
    expect([select.value, within(select, '#control').textContent.trim()]).toEqual(['north', 'North'])
  })

  it('a radio group keeps its value', async () => {
    await drawReact(<HaiiloRadioGroup label="Canteen" options={options} value="north" onInput={() => undefined} />)
    const group = one('haiilo-radio-group')
    group.focus()
    await userEvent.keyboard('{ArrowDown}')
    await drawn(document)
    const checked = [...group.shadowRoot!.querySelectorAll('input')].map((input) => input.checked)
    expect([group.value, checked]).toEqual(['north', [true, false]])
  })

  it('tabs keep the selected tab', async () => {
    await drawReact(
      <HaiiloTabs label="Days" selected="Monday" onChange={() => undefined}>
        <HaiiloTab label="Monday">Soup</HaiiloTab>
        <HaiiloTab label="Tuesday">Salad</HaiiloTab>
      </HaiiloTabs>,
    )
    const tabs = one('haiilo-tabs')
    tabs.focus()
    await userEvent.keyboard('{ArrowRight}')
    await drawn(document)
    expect([tabs.selected, within(tabs, '[aria-selected=true]').textContent.trim()]).toEqual(['Monday', 'Monday'])
  })

  it('a dialog opens again', async () => {
    const onClose = vi.fn()
    await drawReact(<HaiiloDialog open heading="Order" onClose={onClose} />)
    const native = within(one('haiilo-dialog'), 'dialog')
    await expect.poll(() => native.matches(':modal')).toBe(true)
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => onClose.mock.calls.length).toBe(1)
    await expect.poll(() => native.matches(':modal')).toBe(true)
  })
})

describe('a dialog that the parent opens and closes', () => {
  function Order(): ReactElement {
    const [isOpen, setOpen] = useState(false)
    return (
      <>
        <HaiiloButton onClick={() => setOpen(true)}>Order</HaiiloButton>
        <HaiiloDialog open={isOpen} heading="Your order" onClose={() => setOpen(false)} />
      </>
    )
  }

  it('opens again after it was closed', async () => {
    await drawReact(<Order />)
    const native = within(one('haiilo-dialog'), 'dialog')
    one('haiilo-button').focus()
    for (let round = 0; round < 2; round += 1) {
      await userEvent.keyboard('{Enter}')
      await expect.poll(() => native.matches(':modal')).toBe(true)
      await userEvent.keyboard('{Escape}')
      await expect.poll(() => native.matches(':modal')).toBe(false)
      await expect.poll(() => document.activeElement).toBe(one('haiilo-button'))
    }
  })
})

describe('a value without a handler', () => {
  it('is an initial value, even when the parent renders again', async () => {
    const page = await drawReact(<HaiiloTextField label="Title" value="Soup" />)
    await type('{End}s')
    await page.draw(<HaiiloTextField label="The title" value="Soup" />)
    expect(shown()).toBe('Soups')
    await page.draw(<HaiiloTextField label="The title" value="Tea" />)
    expect(shown()).toBe('Tea')
  })

  it.for(['{Escape}', '{Enter}'])('does not open a dialog again that the person has closed with %s', async (key) => {
    const onCancel = vi.fn()
    const page = await drawReact(<HaiiloDialog open onCancel={onCancel} />)
    const dialog = one('haiilo-dialog')
    await expect.poll(() => dialog.shadowRoot?.activeElement).toBe(within(dialog, 'button'))
    await userEvent.keyboard(key)
    await expect.poll(() => within(dialog, 'dialog').matches(':modal')).toBe(false)
    await page.draw(<HaiiloDialog open onCancel={onCancel} />)
    expect([onCancel.mock.calls.length, dialog.open]).toEqual([1, false])
  })

  it('is the value after a form reset', async () => {
    await drawReact(
      <form>
        <HaiiloTextField label="Title" name="title" value="Soup" />
        <HaiiloButton type="reset">Reset</HaiiloButton>
      </form>,
    )
    await type('{End}s')
    expect(new FormData(one('form')).get('title')).toBe('Soups')
    await userEvent.click(one('haiilo-button'))
    await expect.poll(() => new FormData(one('form')).get('title')).toBe('Soup')
  })

  it('does not replace the text while the person types, if the only handler is onChange', async () => {
    const received = vi.fn<(value: string) => void>()
    const field = (label: string): ReactElement => (
      <HaiiloTextField label={label} value="Soup" onChange={({ currentTarget }) => received(currentTarget.value)} />
    )
    const page = await drawReact(field('Title'))
    await type('{End}s')
    await page.draw(field('The title'))
    expect(shown()).toBe('Soups')
    await userEvent.tab()
    await drawn(document)
    // the parent got the change event, and did not take over the value
    expect([received.mock.calls, shown()]).toEqual([[['Soups']], 'Soup'])
  })
})
