import { Component, signal, viewChild } from '@angular/core'
import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'

import { show } from '../../test/angular/show.js'
import { within } from '../../test/draw.js'
import {
  HaiiloCard,
  HaiiloDialog,
  HaiiloSkeleton,
  HaiiloSwitch,
  HaiiloTab,
  HaiiloTabs,
  HaiiloTextField,
} from './index.js'

@Component({
  imports: [HaiiloCard, HaiiloSkeleton, HaiiloSwitch],
  template: `
    <haiilo-card
      heading="Menu"
      level="3"
      class="wide"
      id="menu"
      data-day="1"
      style="width: 300px"
      [attr.aria-label]="label()"
    >
      @if (busy()) {
        <haiilo-skeleton [lines]="lines()" />
      }
      <p>Soup</p>
      <small slot="footer">{{ label() }}</small>
    </haiilo-card>
    <haiilo-switch disabled label="Vegan" required="false" />
  `,
})
class Menu {
  readonly label = signal('today')
  readonly busy = signal(true)
  readonly lines = signal(2)
}

describe('inputs', () => {
  it('convert attributes to the type of the property', async () => {
    const { find } = await show(Menu)
    expect(find('haiilo-card')).toMatchObject({ heading: 'Menu', level: 3 })
    expect(find('haiilo-switch')).toMatchObject({ disabled: true, label: 'Vegan', required: false })
  })

  it('leave properties unchanged that are not bound', async () => {
    const { find } = await show(Menu)
    expect(find('haiilo-skeleton').shape).toBe(document.createElement('haiilo-skeleton').shape)
    expect(find('haiilo-switch')).toMatchObject({ value: 'on', checked: false, hint: '' })
  })

  it('are updated by signals, and pass undefined to the element', async () => {
    const { find, view, settled } = await show(Menu)
    view.lines.set(4)
    await settled()
    expect(find('haiilo-skeleton').lines).toBe(4)
    view.lines.set(undefined as never)
    await settled()
    expect(find('haiilo-skeleton').isConnected).toBe(true)
  })

  it('do not affect global attributes, bindings of Angular and slotted content', async () => {
    const { find, view, settled } = await show(Menu)
    const card = find('haiilo-card')
    expect([card.id, card.className, card.dataset['day'], card.style.width]).toEqual(['menu', 'wide', '1', '300px'])
    expect(card.querySelector('small')?.assignedSlot?.name).toBe('footer')
    expect(card.querySelector('p')?.assignedSlot?.name).toBe('')
    view.label.set('tomorrow')
    view.busy.set(false)
    await settled()
    expect([card.ariaLabel, card.querySelector('haiilo-skeleton')]).toEqual(['tomorrow', null])
  })
})

@Component({
  imports: [HaiiloDialog, HaiiloSwitch, HaiiloTab, HaiiloTabs, HaiiloTextField],
  template: `
    <haiilo-text-field label="Dish" [(value)]="dish" (input)="note('input')" (change)="note('change')" />
    <haiilo-switch label="Vegan" [(checked)]="vegan" />
    <haiilo-tabs label="Days" [(selected)]="day" (selectedChange)="note($event)">
      <haiilo-tab name="monday">Soup <haiilo-text-field label="Note" /></haiilo-tab>
      <haiilo-tab name="tuesday">Pie</haiilo-tab>
    </haiilo-tabs>
    <haiilo-dialog #dialog heading="Order" [(open)]="open" (close)="note('close')">
      <button type="button" (click)="dialog.close('ordered')">Order</button>
    </haiilo-dialog>
    <haiilo-text-field label="Dishes" type="number" id="dishes" [(value)]="dishes" />
    <output>{{ dish() }}, {{ vegan() }}, {{ day() }}, {{ open() }}</output>
  `,
})
class Order {
  readonly dish = signal('Soup')
  readonly dishes = signal<number | null>(3)
  readonly vegan = signal(false)
  readonly day = signal('tuesday')
  readonly open = signal(false)
  readonly dialog = viewChild.required(HaiiloDialog)
  readonly noted: string[] = []

  note(what: string): void {
    this.noted.push(what)
  }
}

describe('two-way binding', () => {
  it('updates the signal when the person types, and the field when the app sets the signal', async () => {
    const { find, view, settled } = await show(Order)
    find('haiilo-text-field').focus()
    await userEvent.keyboard('{End}s')
    await settled()
    expect(view.dish()).toBe('Soups')
    expect(find('output').textContent).toBe('Soups, false, tuesday, false')
    view.dish.set('Pie')
    await settled()
    expect(within(find('haiilo-text-field'), 'input').value).toBe('Pie')
  })

  it('binds a number field to a number', async () => {
    const { view } = await show(Order)
    const field = document.querySelector<HTMLElement>('#dishes')
    expect(field).toMatchObject({ value: '3' })
    field?.focus()
    await userEvent.keyboard('{Control>}a{/Control}1.5')
    expect(view.dishes()).toBe(1.5)
    await userEvent.keyboard('{Control>}a{/Control}{Backspace}')
    expect(view.dishes()).toBeNull()
  })

  it('ignores events that bubble from the content', async () => {
    const { view, settled } = await show(Order)
    const emitted: unknown[] = []
    const { open } = view
    view.dialog().openChange.subscribe((isOpen) => emitted.push(isOpen))
    for (const type of ['cancel', 'close', 'change', 'toggle', 'input']) {
      for (const inside of document.querySelectorAll('haiilo-dialog button, haiilo-tab haiilo-text-field')) {
        inside.dispatchEvent(new Event(type, { bubbles: true, composed: true }))
      }
    }
    await settled()
    expect([emitted, view.day(), open()]).toEqual([[], 'tuesday', false])
    expect(view.noted.filter((each) => each !== 'close')).toEqual([])
  })

  it('calls a listener of a DOM event once per event', async () => {
    const { find, view } = await show(Order)
    find('haiilo-text-field').focus()
    await userEvent.keyboard('s')
    await userEvent.tab()
    expect(view.noted).toEqual(['input', 'change'])
  })

  it('switches a field on and off', async () => {
    const { find, view, settled } = await show(Order)
    find('haiilo-switch').focus()
    await userEvent.keyboard(' ')
    expect(view.vegan()).toBe(true)
    view.vegan.set(false)
    await settled()
    expect(within(find('haiilo-switch'), 'input').checked).toBe(false)
  })

  it('is updated by the selected tab, and not by a change event from its content', async () => {
    const { find, view, settled } = await show(Order)
    const tabs = find('haiilo-tabs')
    expect(tabs.selected).toBe('tuesday')
    tabs.focus()
    await userEvent.keyboard('{Home}')
    await settled()
    expect(view.day()).toBe('monday')
    tabs.querySelector('haiilo-text-field')?.focus()
    await userEvent.keyboard('x')
    await userEvent.tab()
    expect(view.noted.filter((what) => what === 'monday')).toHaveLength(1)
  })

  it('opens a dialog again after the person or a method has closed it', async () => {
    const { find, view, settled } = await show(Order)
    const byMethod = async (): Promise<void> => view.dialog().element.close()
    for (const close of [() => userEvent.keyboard('{Escape}'), byMethod]) {
      view.open.set(true)
      await settled()
      await expect.poll(() => within(find('haiilo-dialog'), 'dialog').open).toBe(true)
      await close()
      await expect.poll(() => view.open()).toBe(false)
      await settled()
      expect(find('output').textContent).toContain('false, tuesday, false')
    }
    expect(view.noted).toEqual(['close', 'close'])
  })
})

describe('the element', () => {
  it('offers its methods in code, and in the template through a reference', async () => {
    const { find, view, settled } = await show(Order)
    expect(view.dialog().element).toBe(find('haiilo-dialog'))
    view.dialog().element.show()
    await settled()
    await expect.poll(() => within(find('haiilo-dialog'), 'dialog').open).toBe(true)
    find('button').click()
    await settled()
    expect(find('haiilo-dialog')).toMatchObject({ open: false, returnValue: 'ordered' })
  })
})
