import { DISTINCT_KINDS, TOGGLES, type Kind } from '../kinds.js'
import { inForm, LABEL, OUTSIDE, type Scenario } from './scenario.js'

/** A label cannot point to a native group of radio buttons. */
const LABELLED = DISTINCT_KINDS.filter((kind) => kind !== 'radio')
const TEXTS = '<p id="first">First</p><p id="second">Second</p>'

/** What assistive technology reads for a field. */
export const names: readonly Scenario[] = [
  {
    name: 'the text of the label changes',
    kinds: LABELLED,
    needs: ['describe'],
    act: ({ find }) => {
      find('label').textContent = 'Kitchen'
    },
  },
  {
    name: 'the text node of the label changes',
    kinds: LABELLED,
    needs: ['describe'],
    act: ({ find }) => {
      find('label').firstChild!.nodeValue = 'Kitchen'
    },
  },
  {
    name: 'the label is added later',
    kinds: LABELLED,
    needs: ['describe'],
    page: (control) => inForm(control),
    act: ({ form, page }) => {
      form.prepend(Object.assign(page.createElement('label'), { htmlFor: 'field', textContent: 'Kitchen' }))
    },
  },
  {
    name: 'the label is removed',
    kinds: LABELLED,
    needs: ['describe'],
    act: ({ find }) => find('label').remove(),
  },
  {
    name: 'the label wraps it',
    kinds: LABELLED,
    needs: ['describe'],
    page: (control) => inForm(`<label id="label">Canteen ${control}</label>`),
    act: () => undefined,
  },
  {
    name: 'two labels',
    kinds: LABELLED,
    needs: ['describe'],
    page: (control) => inForm(`${LABEL}<label for="field">of today</label>${control}`),
    act: () => undefined,
  },
  {
    name: 'aria-label',
    kinds: DISTINCT_KINDS,
    needs: ['describe'],
    attributes: { 'aria-label': 'Kitchen' },
    page: (control) => inForm(control),
    act: () => undefined,
  },
  {
    name: 'aria-label next to a label',
    kinds: LABELLED,
    needs: ['describe'],
    attributes: { 'aria-label': 'Kitchen' },
    act: () => undefined,
  },
  {
    name: 'aria-label changes',
    kinds: DISTINCT_KINDS,
    needs: ['describe'],
    attributes: { 'aria-label': 'Kitchen' },
    page: (control) => inForm(control),
    act: async ({ field, settle }) => {
      field.set('aria-label', 'Canteen')
      await settle()
    },
  },
  {
    name: 'aria-labelledby',
    kinds: DISTINCT_KINDS,
    needs: ['describe'],
    attributes: { 'aria-labelledby': 'first second' },
    page: (control) => inForm(TEXTS + control),
    act: () => undefined,
  },
  {
    name: 'aria-labelledby next to a label, and its text changes',
    kinds: LABELLED,
    needs: ['describe'],
    attributes: { 'aria-labelledby': 'first' },
    page: (control) => inForm(TEXTS + LABEL + control),
    act: ({ find }) => {
      find('first').textContent = 'Kitchen'
    },
  },
  {
    name: 'aria-describedby',
    kinds: DISTINCT_KINDS,
    needs: ['describe'],
    attributes: { 'aria-describedby': 'first second' },
    page: (control) => inForm(TEXTS + LABEL + control),
    act: () => undefined,
  },
  {
    name: 'aria-describedby is added later, and its text changes',
    kinds: DISTINCT_KINDS,
    needs: ['describe'],
    page: (control) => inForm(TEXTS + LABEL + control),
    act: async ({ field, settle, find }) => {
      field.set('aria-describedby', 'first')
      await settle()
      find('first').textContent = 'Kitchen'
    },
  },
  {
    name: 'title',
    kinds: DISTINCT_KINDS,
    needs: ['describe'],
    attributes: { title: 'Where you eat' },
    act: () => undefined,
  },
  {
    name: 'a placeholder is the only text',
    kinds: ['text', 'number', 'textarea'],
    needs: ['describe'],
    attributes: { placeholder: 'North' },
    page: (control) => inForm(control),
    act: () => undefined,
  },
  {
    name: 'a click on the label',
    kinds: LABELLED,
    act: async ({ click, find, fill, leave, kind }) => {
      await click(find('label'))
      if (!(TOGGLES as readonly Kind[]).includes(kind) && kind !== 'select') await fill()
      await leave()
    },
  },
  {
    name: 'a click on the label that wraps it',
    kinds: LABELLED.filter((kind) => kind !== 'select'),
    page: (control) => inForm(`<label><span id="words">Canteen</span> ${control}</label>`),
    act: async ({ click, find, leave }) => {
      await click(find('words'))
      await leave()
    },
  },
  {
    name: 'a script focuses it and takes the focus away',
    kinds: DISTINCT_KINDS,
    page: (control) => `<form id="form">${LABEL}${control}</form>${OUTSIDE}`,
    act: async ({ focus, field, settle, note, kind, page }) => {
      await focus()
      note('has the focus', field.element.contains(page.activeElement))
      if (kind === 'radio') (page.activeElement as HTMLElement).blur()
      else field.element.blur()
      await settle()
    },
  },
  {
    name: 'Tab moves through it',
    kinds: DISTINCT_KINDS,
    page: (control) =>
      `<form id="form"><button id="before" type="button">Before</button>${LABEL}${control}</form>${OUTSIDE}`,
    act: async ({ find, press, page, note }) => {
      find('before').focus()
      await press('Tab')
      note('after one', page.activeElement?.closest('#field')?.id)
      await press('Tab')
    },
  },
  {
    name: 'tabindex="-1" removes it from the tab order',
    kinds: DISTINCT_KINDS,
    attributes: { tabindex: '-1' },
    page: (control) =>
      `<form id="form"><button id="before" type="button">Before</button>${LABEL}${control}</form>${OUTSIDE}`,
    act: async ({ find, press }) => {
      find('before').focus()
      await press('Tab')
    },
  },
]
