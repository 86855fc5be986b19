import { DISTINCT_KINDS, SAMPLES, OTHER_SAMPLES, type FieldKind } from '../kinds.js'
import type { Stage } from '../stage.js'
import { defaultPage, inForm, LABEL, type Scenario } from './scenario.js'

const initialAttributes = (kind: string): { value: string } => ({ value: OTHER_SAMPLES[kind as FieldKind] })

/** The page in the frame, with an initial value. */
const pageOf = ({ markup, kind }: Stage, script = ''): string =>
  defaultPage(markup(initialAttributes(kind))) + (script && `<script>${script}</script>`)
const emptyPageOf = ({ markup }: Stage, script = ''): string =>
  defaultPage(markup()) + (script && `<script>${script}</script>`)

const SCRIPTED: readonly FieldKind[] = ['text', 'email', 'number', 'textarea', 'select']

/** Whole pages: values that are set before the components are defined, and values that the browser restores. */
export const pages: readonly Scenario[] = [
  {
    name: 'a script of the page sets the value before the module runs',
    kinds: SCRIPTED,
    act: (stage) => stage.open(emptyPageOf(stage, `field.value = ${JSON.stringify(SAMPLES[stage.kind as FieldKind])}`)),
  },
  {
    name: 'a script of the page sets checked before the module runs',
    kinds: ['checkbox', 'switch'],
    act: (stage) => stage.open(emptyPageOf(stage, 'field.checked = true')),
  },
  {
    name: 'a script of the page sets the value before the module runs, then reset',
    kinds: SCRIPTED,
    act: async (stage) => {
      await stage.open(pageOf(stage, `field.value = ${JSON.stringify(SAMPLES[stage.kind as FieldKind])}`))
      stage.form.reset()
    },
  },
  {
    name: 'a script of the page sets checked before the module runs, then reset',
    kinds: ['checkbox', 'switch'],
    act: async (stage) => {
      await stage.open(emptyPageOf(stage, 'field.checked = true'))
      stage.form.reset()
    },
  },
  {
    name: 'a page in a frame, and the person changes the value',
    kinds: DISTINCT_KINDS,
    act: async (stage) => {
      await stage.open(pageOf(stage))
      await stage.fill()
      await stage.leave()
    },
  },
  {
    name: 'restore what the person changed',
    kinds: DISTINCT_KINDS,
    needs: ['restore'],
    act: async (stage) => {
      await stage.open(emptyPageOf(stage))
      await stage.fill()
      await stage.leave()
      await stage.goAwayAndBack()
    },
  },
  {
    name: 'restore what the person changed, then reset',
    kinds: DISTINCT_KINDS,
    needs: ['restore'],
    act: async (stage) => {
      await stage.open(emptyPageOf(stage))
      await stage.fill()
      await stage.leave()
      await stage.goAwayAndBack()
      stage.noteField('after restore')
      stage.form.reset()
    },
  },
  {
    name: 'restore over an initial value, then reset',
    kinds: ['text', 'number', 'textarea', 'select', 'radio'],
    needs: ['restore'],
    act: async (stage) => {
      await stage.open(pageOf(stage))
      await stage.fill()
      await stage.leave()
      await stage.goAwayAndBack()
      stage.noteField('after restore')
      stage.form.reset()
    },
  },
  {
    name: 'restore with autocomplete="off"',
    kinds: ['text', 'textarea', 'number'],
    needs: ['restore'],
    act: async (stage) => {
      await stage.open(inForm(LABEL + stage.markup({ autocomplete: 'off' })))
      await stage.fill()
      await stage.leave()
      await stage.goAwayAndBack()
    },
  },
  {
    name: 'autofocus in the markup of the page',
    kinds: DISTINCT_KINDS,
    needs: ['window'],
    act: async (stage) => {
      await stage.openWindow(defaultPage(stage.markup({ autofocus: '' })))
    },
  },
  {
    name: 'autofocus on an element that a script inserts',
    kinds: DISTINCT_KINDS,
    act: async (stage) => {
      const { element } = stage.field
      element.setAttribute('autofocus', '')
      element.remove()
      stage.form.append(element)
    },
  },
  {
    name: 'is parsed in a template, gets a value and is inserted',
    kinds: SCRIPTED,
    act: async (stage) => {
      const template = stage.page.createElement('template')
      const { body } = new DOMParser().parseFromString(stage.markup(), 'text/html')
      template.content.append(...body.childNodes)
      const element = template.content.firstElementChild as HTMLInputElement
      element.value = SAMPLES[stage.kind as FieldKind]
      stage.field.element.replaceWith(element)
      await stage.settle()
      stage.noteField('in the page')
      stage.field.value = OTHER_SAMPLES[stage.kind as FieldKind]
    },
  },
]
