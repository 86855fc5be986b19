import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import {
  createApp,
  createTextVNode,
  Fragment,
  h,
  KeepAlive,
  nextTick,
  reactive,
  ref,
  resolveComponent,
  shallowRef,
  useTemplateRef,
} from 'vue'
import type { Component } from 'vue'

import { drawn, within } from '../../test/draw.js'
import { unsafeAddresses } from '../../test/unsafe-addresses.js'
import { hydrateVue, mountVue } from '../../test/vue-app.js'
import {
  HaiiloButton,
  HaiiloCard,
  HaiiloCheckbox,
  HaiiloConfigForm,
  HaiiloDialog,
  HaiiloHostStatus,
  HaiiloSelect,
  HaiiloTab,
  HaiiloTabs,
  HaiiloTextField,
  HaiiloUiPlugin,
  type HaiiloButtonProps,
  type HaiiloTextFieldProps,
} from './index.js'

/** Mounts a component, and returns the element with a tag. */
async function show<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  root: Component,
): Promise<HTMLElementTagNameMap[Tag]> {
  const page = await mountVue(root)
  return page.querySelector(tag)!
}

async function settle(): Promise<void> {
  await nextTick()
  await drawn(document)
}

describe('a property', () => {
  it('keeps its default if it is not given', async () => {
    const button = await show('haiilo-button', () => h(HaiiloButton, { disabled: undefined, label: undefined }))
    const { variant, type, disabled, busy, label } = button
    expect({ variant, type, disabled, busy, label }).toEqual({
      variant: 'secondary',
      type: 'button',
      disabled: false,
      busy: false,
      label: undefined,
    })
  })

  it('is reset to its default when it is removed', async () => {
    const props = shallowRef<HaiiloButtonProps>({ variant: 'danger', label: 'Order', disabled: true })
    const button = await show('haiilo-button', () => h(HaiiloButton, props.value))
    expect([button.variant, button.label, button.disabled]).toEqual(['danger', 'Order', true])
    const nothing = { variant: null, label: null, disabled: null } as unknown as HaiiloButtonProps
    for (const gone of [{}, nothing]) {
      props.value = gone
      await settle()
      expect([button.variant, button.label, button.disabled]).toEqual(['secondary', undefined, false])
      props.value = { variant: 'primary', label: 'Order', disabled: true }
      await settle()
      expect(button.variant).toBe('primary')
    }
  })

  it('accepts attribute texts, as in a template', async () => {
    const written: object = { disabled: '', 'max-length': '5', rows: '6', readonly: 'readonly', 'aria-label': 'Dish' }
    const props = written as HaiiloTextFieldProps
    const field = await show('haiilo-text-field', () => h(HaiiloTextField, props))
    expect([field.disabled, field.maxLength, field.rows, field.readonly]).toEqual([true, 5, 6, true])
    expect(field.ariaLabel).toBe('Dish')
  })

  it('that did not change keeps the text of the person', async () => {
    const error = ref('')
    const field = await show('haiilo-text-field', () => h(HaiiloTextField, { value: 'Soup', error: error.value }))
    field.focus()
    await userEvent.keyboard('{End} of the day')
    error.value = 'Sold out'
    await settle()
    expect([field.value, field.error]).toEqual(['Soup of the day', 'Sold out'])
  })

  it('is set before the first render, and is the value after a form reset', async () => {
    const page = await mountVue(() => h('form', h(HaiiloTextField, { name: 'dish', value: 'Soup' })))
    const form = page.querySelector('form')!
    const field = page.querySelector('haiilo-text-field')!
    field.value = 'Salad'
    form.reset()
    expect(new FormData(form).get('dish')).toBe('Soup')
  })

  it('is set on its own instance only', async () => {
    const page = await mountVue(() => [h(HaiiloButton, { variant: 'danger' }), h(HaiiloButton, { busy: true })])
    const buttons = [...page.querySelectorAll('haiilo-button')]
    expect(buttons.map(({ variant, busy }) => [variant, busy])).toEqual([
      ['danger', false],
      ['secondary', true],
    ])
  })
})

describe('an attribute', () => {
  it('is set on the element, and updated', async () => {
    const lang = ref<string | undefined>('de')
    const button = await show('haiilo-button', () =>
      h(HaiiloButton, {
        id: 'order',
        class: 'wide',
        style: 'color: red',
        'data-test': '1',
        lang: lang.value,
        slot: 'x',
      }),
    )
    expect([button.id, button.className, button.style.color, button.dataset['test'], button.lang, button.slot]).toEqual(
      ['order', 'wide', 'red', '1', 'de', 'x'],
    )
    lang.value = undefined
    await settle()
    expect(button.hasAttribute('lang')).toBe(false)
  })

  it('can be a listener of any DOM event', async () => {
    const click = vi.fn()
    const button = await show('haiilo-button', () => h(HaiiloButton, { onClick: click }, () => 'Order'))
    button.focus()
    await userEvent.keyboard('{Enter}')
    expect(click).toHaveBeenCalledTimes(1)
  })
})

describe('reactive state', () => {
  it('is passed to the element without proxies, even when it changes in place', async () => {
    const options = reactive([{ value: 'soup', label: 'Soup' }])
    const select = await show('haiilo-select', () => h(HaiiloSelect, { options, value: 'salad' }))
    expect(select.options).toEqual([{ value: 'soup', label: 'Soup' }])
    expect(select.options).not.toBe(options)
    options.push({ value: 'salad', label: 'Salad' })
    await settle()
    expect(within(select, '.control').textContent).toContain('Salad')
    options[1]!.label = 'Green salad'
    await settle()
    expect(within(select, '.control').textContent).toContain('Green salad')
  })

  it('stays the same object while only other state changes', async () => {
    const options = reactive([{ value: 'soup', label: 'Soup' }])
    const label = ref('Dish')
    const select = await show('haiilo-select', () => h(HaiiloSelect, { options, label: label.value }))
    const before = select.options
    label.value = 'Main dish'
    await settle()
    expect([select.label, select.options === before]).toEqual(['Main dish', true])
  })

  it('passes a host to the element without its proxy', async () => {
    const host = {
      getSnapshot: () => ({ status: 'connecting' }) as const,
      subscribe: () => () => undefined,
      retry: () => undefined,
    }
    const held = ref({ host })
    const status = await show('haiilo-host-status', () => h(HaiiloHostStatus, { host: held.value.host }))
    expect(status.host).toBe(host)
  })
})

describe('an event', () => {
  it('calls its listener once, for the element and not for its content', async () => {
    const change = vi.fn()
    const page = await mountVue(() =>
      h(HaiiloTabs, { onChange: ({ target }) => void change(target.selected) }, () => [
        h(HaiiloTab, { name: 'menu' }, () => h(HaiiloTextField, { label: 'Dish' })),
        h(HaiiloTab, { name: 'orders' }),
      ]),
    )
    page.querySelector('haiilo-text-field')!.focus()
    await userEvent.keyboard('Soup')
    page.querySelector('haiilo-tabs')!.focus()
    expect(change).not.toHaveBeenCalled()
    await userEvent.keyboard('{ArrowRight}')
    expect(change.mock.calls).toEqual([['orders']])
  })

  it.each(['cancel', 'close', 'change', 'toggle'])('does not include a %s event from the content', async (type) => {
    const received = vi.fn()
    const ofDialog = { onCancel: received, onClose: received, 'onUpdate:open': received }
    const ofTabs = { onChange: received, 'onUpdate:selected': received }
    const page = await mountVue(() => [
      h(HaiiloDialog, { open: true, ...ofDialog }, () => h('i')),
      h(HaiiloTabs, ofTabs, () => h(HaiiloTab, { name: 'menu' }, () => h('i'))),
    ])
    for (const inside of page.querySelectorAll('i')) {
      inside.dispatchEvent(new Event(type, { bubbles: true, composed: true, cancelable: true }))
    }
    await settle()
    expect([received.mock.calls, page.querySelector('haiilo-dialog')?.open]).toEqual([[], true])
  })

  it('calls a once listener a single time', async () => {
    const input = vi.fn()
    const field = await show('haiilo-text-field', () =>
      h(HaiiloTextField, { onInputOnce: input } as HaiiloTextFieldProps),
    )
    field.focus()
    await userEvent.keyboard('ab')
    expect(input).toHaveBeenCalledTimes(1)
  })
})

describe('content', () => {
  it('is in the slot that it names, as an element with the attribute slot', async () => {
    const dialog = await show('haiilo-dialog', () =>
      h(HaiiloDialog, null, {
        default: () => ['Soup', h('p', { slot: 'actions', id: 'by-attribute' })],
        actions: () => [
          ' ',
          null,
          false,
          'Now:',
          h('b', 'or'),
          h(Fragment, [h(HaiiloButton, () => 'Order'), [createTextVNode('later')], 7]),
        ],
      }),
    )
    const ofActions = [...dialog.children].filter(({ slot }) => slot === 'actions')
    expect(ofActions.map(({ localName, textContent }) => `${localName} ${textContent}`)).toEqual([
      'p ',
      'span Now:',
      'b or',
      'haiilo-button Order',
      'span later',
      'span 7',
    ])
    expect(dialog.firstChild).toBeInstanceOf(Text)
  })

  it('is updated, and its slot is hidden when it is removed', async () => {
    const name = ref<string>()
    const dialog = await show('haiilo-dialog', () =>
      h(HaiiloDialog, null, {
        actions: () => (name.value ? h(HaiiloButton, { key: 0 }, () => name.value) : []),
        default: () => h('p', { key: 0 }, name.value ?? 'Nothing'),
      }),
    )
    const footer = within(dialog, 'footer')
    expect(footer.hidden).toBe(true)
    name.value = 'Order'
    await settle()
    await expect.poll(() => footer.hidden).toBe(false)
    name.value = 'Pay'
    await settle()
    expect([dialog.querySelector('haiilo-button')!.textContent, dialog.querySelector('p')!.textContent]).toEqual([
      'Pay',
      'Pay',
    ])
    name.value = undefined
    await settle()
    await expect.poll(() => footer.hidden).toBe(true)
  })

  it('keeps its elements when another slot gets content', async () => {
    const isFull = ref(false)
    const card = await show('haiilo-card', () =>
      h(HaiiloCard, null, { header: () => h('b', 'Today'), ...(isFull.value && { default: () => h('p', 'Soup') }) }),
    )
    const header = card.querySelector('b')
    isFull.value = true
    await settle()
    expect([card.querySelector('b') === header, card.textContent]).toEqual([true, 'SoupToday'])
  })
})

describe('v-model', () => {
  it('of a text field updates the model and the field', async () => {
    const dish = ref<string | null | undefined>('Soup')
    const field = await show('haiilo-text-field', () =>
      h(HaiiloTextField, { modelValue: dish.value, 'onUpdate:modelValue': (value) => (dish.value = value) }),
    )
    field.focus()
    await userEvent.keyboard('{End}s')
    expect(dish.value).toBe('Soups')
    dish.value = 'Salad'
    await settle()
    expect(within(field, 'input').matches(':focus') && field.value).toBe('Salad')
    for (const nothing of [null, undefined]) {
      dish.value = nothing
      await settle()
      expect(field.value).toBe('')
      dish.value = 'Salad'
      await settle()
    }
  })

  it('updates the model before the event', async () => {
    const received: unknown[] = []
    const box = await show('haiilo-checkbox', () =>
      h(HaiiloCheckbox, {
        modelValue: false,
        'onUpdate:modelValue': (value) => received.push(value),
        onInput: ({ type }) => received.push(type),
      }),
    )
    box.focus()
    await userEvent.keyboard(' ')
    expect(received).toEqual([true, 'input'])
  })

  it('can be a number, and keeps an incomplete number while the person types', async () => {
    const updates: unknown[] = []
    const guests = ref<string | number>(2)
    const field = await show('haiilo-text-field', () =>
      h(HaiiloTextField, {
        modelValue: guests.value,
        modelModifiers: { number: true },
        'onUpdate:modelValue': (value) => updates.push((guests.value = value)),
      }),
    )
    expect(field.value).toBe('2')
    field.focus()
    await userEvent.keyboard('{End}.')
    await settle()
    expect([field.value, updates]).toEqual(['2.', [2]])
    await userEvent.keyboard('5{Control>}a{/Control}{Backspace}')
    await settle()
    expect(updates).toEqual([2, 2.5, ''])
  })

  it('that is lazy has the text when Enter submits the form', async () => {
    const dish = ref('Soup')
    const submitted: string[] = []
    const onSubmit = (event: Event): void => {
      event.preventDefault()
      submitted.push(dish.value)
    }
    const page = await mountVue(() =>
      h('form', { onSubmit }, [
        h(HaiiloTextField, {
          modelValue: dish.value,
          modelModifiers: { lazy: true },
          'onUpdate:modelValue': (value) => (dish.value = value),
        }),
        h(HaiiloButton, { type: 'submit' }, () => 'Order'),
      ]),
    )
    page.querySelector('haiilo-text-field')!.focus()
    await userEvent.keyboard('{End}s{Enter}')
    expect(submitted).toEqual(['Soups'])
  })

  it('can be trimmed: the model immediately, the field on change', async () => {
    const dish = ref('')
    const field = await show('haiilo-text-field', () =>
      h(HaiiloTextField, {
        modelValue: dish.value,
        modelModifiers: { trim: true },
        'onUpdate:modelValue': (value) => (dish.value = value),
      }),
    )
    field.focus()
    for (const key of ' big soup ') {
      await userEvent.keyboard(key)
      await settle()
    }
    expect([dish.value, field.value]).toEqual(['big soup', ' big soup '])
    await userEvent.tab()
    await settle()
    expect([dish.value, field.value]).toEqual(['big soup', 'big soup'])
  })

  it('can be lazy, even when other state changes before the change event', async () => {
    const [dish, hint] = [ref('Soup'), ref('')]
    const field = await show('haiilo-text-field', () =>
      h(HaiiloTextField, {
        modelValue: dish.value,
        modelModifiers: { lazy: true },
        'onUpdate:modelValue': (value) => (dish.value = value),
        hint: hint.value,
      }),
    )
    field.focus()
    await userEvent.keyboard('{End}s')
    hint.value = 'of the day'
    await settle()
    expect([dish.value, field.value]).toEqual(['Soup', 'Soups'])
    await userEvent.tab()
    expect(dish.value).toBe('Soups')
  })

  it('can be changed by its owner', async () => {
    const digits = ref('1')
    const field = await show('haiilo-text-field', () =>
      h(HaiiloTextField, {
        modelValue: digits.value,
        'onUpdate:modelValue': (value) => (digits.value = value.replaceAll(/\D/g, '')),
      }),
    )
    field.focus()
    await userEvent.keyboard('{End}a2')
    await settle()
    expect([digits.value, field.value]).toEqual(['12', '12'])
  })

  it('chooses an option that is added later', async () => {
    const options = ref<{ value: string; label: string }[]>([])
    const day = ref('tu')
    const select = await show('haiilo-select', () =>
      h(HaiiloSelect, {
        options: options.value,
        modelValue: day.value,
        'onUpdate:modelValue': (value) => (day.value = value),
      }),
    )
    options.value.push({ value: 'mo', label: 'Monday' }, { value: 'tu', label: 'Tuesday' })
    await settle()
    expect(within(select, '.control').textContent).toContain('Tuesday')
    select.focus()
    await userEvent.keyboard('{Enter}{ArrowUp}{Enter}')
    expect(day.value).toBe('mo')
  })

  it('of a dialog is updated when the person closes the dialog', async () => {
    const isOpen = ref(false)
    const dialog = await show('haiilo-dialog', () =>
      h(HaiiloDialog, { heading: 'Order', open: isOpen.value, 'onUpdate:open': (open) => (isOpen.value = open) }),
    )
    for (let time = 0; time < 2; time += 1) {
      isOpen.value = true
      await nextTick()
      await expect.poll(() => within(dialog, 'dialog').matches(':modal')).toBe(true)
      await userEvent.keyboard('{Escape}')
      await expect.poll(() => isOpen.value).toBe(false)
    }
  })

  it('of tabs is updated by the person, and not by fields in the tabs', async () => {
    const selected = ref('menu')
    const page = await mountVue(() =>
      h(HaiiloTabs, { selected: selected.value, 'onUpdate:selected': (name) => (selected.value = name) }, () => [
        h(HaiiloTab, { name: 'menu', label: 'Menu' }, () => h(HaiiloCheckbox, { label: 'Vegan' })),
        h(HaiiloTab, { name: 'orders', label: 'Orders' }),
      ]),
    )
    page.querySelector('haiilo-checkbox')!.focus()
    await userEvent.keyboard(' ')
    expect(selected.value).toBe('menu')
    page.querySelector('haiilo-tabs')!.focus()
    await userEvent.keyboard('{ArrowRight}')
    expect(selected.value).toBe('orders')
    selected.value = 'menu'
    await settle()
    expect(page.querySelector('haiilo-tab')!.hidden).toBe(false)
  })
})

describe('a component', () => {
  it('gives access to its element', async () => {
    const found: unknown[] = []
    const field = await show('haiilo-text-field', {
      setup() {
        const ours = useTemplateRef<InstanceType<typeof HaiiloTextField>>('field')
        found.push(
          () => ours.value?.$el.reportValidity(),
          () => ours.value?.$el,
        )
        return () => h(HaiiloTextField, { ref: 'field', required: true, label: 'Dish' })
      },
    })
    const [isValid, element] = found as (() => unknown)[]
    expect([isValid?.(), element?.() === field, document.activeElement === field]).toEqual([false, true, true])
  })

  it('keeps changes of the person while KeepAlive hides it', async () => {
    const shown = ref(true)
    const page = await mountVue(() =>
      h(KeepAlive, () => (shown.value ? h(HaiiloTextField, { value: 'Soup' }) : h(HaiiloCard))),
    )
    const field = page.querySelector('haiilo-text-field')!
    field.focus()
    await userEvent.keyboard('{End}s')
    shown.value = false
    await settle()
    expect(field.isConnected).toBe(false)
    shown.value = true
    await settle()
    expect([page.querySelector('haiilo-text-field') === field, field.value]).toEqual([true, 'Soups'])
  })

  it('is registered for all templates of an app by the plug-in', () => {
    const found: unknown[] = []
    const app = createApp(() => {
      found.push(resolveComponent('HaiiloConfigForm'), resolveComponent('haiilo-text-field'))
      return null
    })
    app.use(HaiiloUiPlugin).mount(document.createElement('div'))
    app.unmount()
    expect(found).toEqual([HaiiloConfigForm, HaiiloTextField])
  })
})

describe('hydration', () => {
  it('uses the markup of a server without warnings, and sets the properties', async () => {
    const spies = ['warn', 'error'].map((method) => vi.spyOn(console, method as 'warn'))
    const dish = ref('Soup')
    const page = await hydrateVue(() =>
      h(
        HaiiloCard,
        { heading: 'Lunch', class: 'wide' },
        {
          default: () => [
            'Today',
            h(HaiiloTextField, {
              label: 'Dish',
              required: true,
              modelValue: dish.value,
              'onUpdate:modelValue': (value) => (dish.value = value),
            }),
            h(HaiiloSelect, { label: 'Day', value: 'mo' }, () => h('option', { value: 'mo' }, 'Monday')),
            h(HaiiloTabs, { selected: 'b' }, () => ['a', 'b'].map((name) => h(HaiiloTab, { name, key: name }))),
          ],
          footer: () => ['Really:', h(HaiiloButton, { disabled: true }, () => 'Order')],
        },
      ),
    )
    const field = page.querySelector('haiilo-text-field')!
    expect([field.label, field.required, field.value]).toEqual(['Dish', true, 'Soup'])
    expect(page.querySelector('haiilo-tabs')!.selected).toBe('b')
    expect(page.querySelector('haiilo-card')!.heading).toBe('Lunch')
    expect([...page.querySelectorAll('[slot=footer]')].map(({ localName }) => localName)).toEqual([
      'span',
      'haiilo-button',
    ])
    field.focus()
    await userEvent.keyboard('{End}s')
    expect(dish.value).toBe('Soups')
    for (const spy of spies) expect(spy).not.toHaveBeenCalled()
  })

  it('keeps changes of the person and properties that are not given', async () => {
    const page = await hydrateVue(
      () => h(HaiiloCheckbox, { label: 'Vegan' }),
      (server) => server.querySelector('haiilo-checkbox')!.click(),
    )
    const box = page.querySelector('haiilo-checkbox')!
    expect([box.label, box.checked]).toEqual(['Vegan', true])
  })
})

it.each(unsafeAddresses)('leaves out an address that could run a script: %j', async (address) => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  onTestFinished(() => warn.mockRestore())
  const button = await show('haiilo-button', () => h(HaiiloButton, { href: address }, () => 'More'))
  expect(within(button, 'a').hasAttribute('href')).toBe(false)
  expect(warn).toHaveBeenCalledOnce()
})
