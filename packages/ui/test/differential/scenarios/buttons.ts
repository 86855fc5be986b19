import { inForm, type Scenario } from './scenario.js'

const DISH = '<label for="dish">Dish</label><input id="dish" name="dish" value="Soup">'
const inOrder = (control: string): string => inForm(DISH + control)
const BUTTONS = ['submit', 'reset'] as const

/** Buttons that submit or reset a form. */
export const buttons: readonly Scenario[] = [
  {
    name: 'a click',
    kinds: BUTTONS,
    page: inOrder,
    act: async ({ click, field }) => click(field.clickTarget()),
  },
  {
    name: 'two clicks',
    kinds: BUTTONS,
    page: inOrder,
    act: async ({ click, field }) => {
      await click(field.clickTarget())
      await click(field.clickTarget())
    },
  },
  {
    name: 'a script clicks',
    kinds: BUTTONS,
    page: inOrder,
    act: ({ field }) => field.element.click(),
  },
  {
    name: 'a script clicks, and a value changes after it',
    kinds: BUTTONS,
    page: inOrder,
    act: ({ field, find }) => {
      const dish = find('dish') as HTMLInputElement
      field.element.click()
      dish.value = 'Salad'
    },
  },
  {
    name: 'has a name and a value',
    kinds: ['submit'],
    attributes: { name: 'by', value: 'button' },
    page: inOrder,
    act: async ({ click, field }) => click(field.clickTarget()),
  },
  {
    name: 'has no name',
    kinds: ['submit'],
    attributes: { name: '', value: 'button' },
    page: inOrder,
    act: async ({ click, field }) => click(field.clickTarget()),
  },
  {
    name: 'Enter on it',
    kinds: BUTTONS,
    page: inOrder,
    act: async ({ focus, press }) => {
      await focus()
      await press('Enter')
    },
  },
  {
    name: 'Space on it',
    kinds: BUTTONS,
    page: inOrder,
    act: async ({ focus, press }) => {
      await focus()
      await press(' ')
    },
  },
  {
    name: 'Enter in a native input next to it',
    kinds: BUTTONS,
    attributes: { name: 'by', value: 'button' },
    page: inOrder,
    act: async ({ find, press, person }) => {
      find('dish').focus()
      await person.type('s')
      await press('Enter')
    },
  },
  {
    name: 'Enter in one of two native inputs',
    kinds: ['submit'],
    page: (control) => inForm(`${DISH}<input id="drink" name="drink">${control}`),
    act: async ({ find, press }) => {
      find('dish').focus()
      await press('Enter')
    },
  },
  {
    name: 'Enter in a native input while it is disabled',
    kinds: ['submit'],
    attributes: { disabled: '' },
    page: inOrder,
    act: async ({ find, press }) => {
      find('dish').focus()
      await press('Enter')
    },
  },
  {
    name: 'Enter in a native input, with a native button after it',
    kinds: ['submit'],
    attributes: { name: 'by', value: 'first' },
    page: (control) => inForm(`${DISH}${control}<button id="next" name="by" value="next">Next</button>`),
    act: async ({ find, press }) => {
      find('dish').focus()
      await press('Enter')
    },
  },
  {
    name: 'a required value is missing',
    kinds: BUTTONS,
    page: (control) => inForm(`<input id="dish" name="dish" required>${control}`),
    act: async ({ click, field }) => click(field.clickTarget()),
  },
  {
    name: 'formnovalidate, and a required value is missing',
    kinds: ['submit'],
    attributes: { formnovalidate: '' },
    page: (control) => inForm(`<input id="dish" name="dish" required>${control}`),
    act: async ({ click, field }) => click(field.clickTarget()),
  },
  {
    name: 'is disabled',
    kinds: BUTTONS,
    attributes: { disabled: '' },
    page: inOrder,
    act: async ({ click, field }) => {
      await click(field.clickTarget())
      field.element.click()
    },
  },
  {
    name: 'is disabled by a fieldset',
    kinds: BUTTONS,
    page: (control) => inForm(`${DISH}<fieldset disabled>${control}</fieldset>`),
    act: async ({ click, field, note }) => {
      await click(field.clickTarget())
      field.element.click()
      note('matches :disabled', field.element.matches(':disabled'))
    },
  },
  {
    name: 'a listener prevents the click',
    kinds: BUTTONS,
    page: inOrder,
    act: async ({ click, field }) => {
      field.element.addEventListener('click', (event) => event.preventDefault())
      await click(field.clickTarget())
    },
  },
  {
    name: 'a listener removes it from the page',
    kinds: BUTTONS,
    page: inOrder,
    act: async ({ click, field, form }) => {
      const { element } = field
      element.addEventListener('click', () => element.remove())
      await click(field.clickTarget())
      form.append(element)
    },
  },
  {
    name: 'belongs to another form with form=',
    kinds: BUTTONS,
    attributes: { form: 'form' },
    page: (control) => inForm(DISH) + control,
    act: async ({ click, field }) => click(field.clickTarget()),
  },
  {
    name: 'formaction and formmethod',
    kinds: ['submit'],
    attributes: { formaction: '/elsewhere', formmethod: 'post', formtarget: '_blank' },
    page: inOrder,
    act: async ({ click, field, form, note }) => {
      form.addEventListener('submit', ({ submitter }) => {
        for (const name of ['formaction', 'formmethod', 'formtarget']) note(name, submitter?.getAttribute(name))
      })
      await click(field.clickTarget())
    },
  },
  {
    name: 'requestSubmit with it as submitter',
    kinds: ['submit'],
    attributes: { name: 'by', value: 'button' },
    page: inOrder,
    act: ({ form, field }) => form.requestSubmit(field.element),
  },
  { name: 'its accessible name', kinds: BUTTONS, page: inOrder, act: () => undefined },
  {
    name: 'aria-label',
    kinds: BUTTONS,
    attributes: { 'aria-label': 'Order now' },
    page: inOrder,
    act: () => undefined,
  },
  {
    name: 'aria-labelledby and aria-describedby',
    kinds: BUTTONS,
    attributes: { 'aria-labelledby': 'first', 'aria-describedby': 'second' },
    page: (control) => inForm(`${DISH}<p id="first">First</p><p id="second">Second</p>${control}`),
    act: () => undefined,
  },
  {
    name: 'a label in the page',
    kinds: BUTTONS,
    page: (control) => inForm(`${DISH}<label id="label" for="field">Order</label>${control}`),
    act: async ({ click, find }) => click(find('label')),
  },
  {
    name: 'a label that wraps it',
    kinds: BUTTONS,
    page: (control) => inForm(`${DISH}<label>Order ${control}</label>`),
    act: () => undefined,
  },
  {
    name: 'aria-label next to a label',
    kinds: BUTTONS,
    attributes: { 'aria-label': 'Order now' },
    page: (control) => inForm(`${DISH}<label for="field">Order</label>${control}`),
    act: () => undefined,
  },
  {
    name: 'the texts that name and describe it change',
    kinds: BUTTONS,
    attributes: { 'aria-describedby': 'second' },
    page: (control) => inForm(`${DISH}<label id="label" for="field">Order</label><p id="second">Second</p>${control}`),
    act: ({ find }) => {
      find('label').textContent = 'Order now'
      find('second').textContent = 'Third'
    },
  },
  {
    name: 'title',
    kinds: BUTTONS,
    attributes: { title: 'Sends the order' },
    page: inOrder,
    act: () => undefined,
  },
  {
    name: 'title next to aria-describedby',
    kinds: BUTTONS,
    attributes: { title: 'Sends the order', 'aria-describedby': 'second' },
    page: (control) => inForm(`${DISH}<p id="second">Second</p>${control}`),
    act: () => undefined,
  },
  {
    name: 'the title changes',
    kinds: BUTTONS,
    attributes: { title: 'Sends the order' },
    page: inOrder,
    act: ({ field }) => field.set('title', 'Sends it later'),
  },
]
