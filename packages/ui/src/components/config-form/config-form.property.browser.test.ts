import { defineFields, readConfig, valueProblem, type ConfigField } from '@haiilo-kit/manifest'
import fc from 'fast-check'
import { expect, it } from 'vitest'

import { drawn, within } from '../../../test/draw.js'
import './haiilo-config-form.js'
import type { HaiiloConfigForm } from './haiilo-config-form.js'
import type { FieldControl } from './render-field.js'

const label = { en: 'A text', de: 'Ein Text' }
const canteens = ['north', 'south', ''].map((value) => ({ value, label }))
const days = [1, '1', true].map((value) => ({ value, label }))
const FIELDS: readonly ConfigField[] = [
  { key: 'title', type: 'text', label, default: 'Hello', maxLength: 8 },
  { key: 'code', type: 'text', label, required: true, pattern: '[a-z]+' },
  { key: 'note', type: 'textarea', label, minLength: 2 },
  { key: 'dishes', type: 'number', label, default: 3, min: 1, max: 9 },
  { key: 'seats', type: 'number', label },
  { key: 'canteen', type: 'select', label, options: canteens, default: 'north' },
  { key: 'day', type: 'radio', label, options: days },
  { key: 'vegan', type: 'checkbox', label, default: true },
]
const NAMES = FIELDS.map(({ key }) => key)

/** A displayed value. `undefined` for an empty number or choice; an empty text is `''`. */
type Shown = string | number | boolean | undefined
type Values = Readonly<Record<string, Shown>>

/** The values that the person sees, read from the controls and not from the form. */
function displayed(form: HaiiloConfigForm): Values {
  return Object.fromEntries(FIELDS.map((field) => [field.key, valueShown(form, field)]))
}

function valueShown(form: HaiiloConfigForm, { key, type }: ConfigField): Shown {
  const control = controlOf(form, key)
  if (type === 'checkbox') return control.checked
  // an option is identified by its index in the current options, because all labels are equal
  if (type === 'select' || type === 'radio')
    return currentOptions.get(key)?.[control.value === '' ? -1 : Number(control.value)]
  if (type === 'number') return control.value === '' ? undefined : Number(control.value)
  return control.value
}

const currentOptions = new Map<string, readonly Shown[]>()

function controlOf(form: HaiiloConfigForm, key: string): FieldControl & { value: string; checked: boolean } {
  return within(form, `[data-key="${key}"]`) as FieldControl & { value: string; checked: boolean }
}

/** Returns the fields as new objects, with reversed options if `isReversed`. */
function createFields(isReversed: boolean): readonly ConfigField[] {
  return FIELDS.map(({ options, ...field }) => {
    if (!options) return { ...field }
    const ordered = isReversed ? options.toReversed() : [...options]
    currentOptions.set(
      field.key,
      ordered.map(({ value }) => value),
    )
    return { ...field, options: ordered }
  })
}

/** Whether a value may be saved, calculated without the form. */
function isValid(field: ConfigField, shown: Shown): boolean {
  const hasNoEmptyValue = field.type !== 'text' && field.type !== 'textarea'
  const isRequired = field.required === true || (hasNoEmptyValue && field.default !== undefined)
  return shown === undefined || shown === ''
    ? !isRequired || (shown === '' && !!field.options)
    : valueProblem(field, shown) === undefined
}

function enter(form: HaiiloConfigForm, key: string, shown: Shown): void {
  const control = controlOf(form, key)
  const options = currentOptions.get(key)
  if (typeof shown === 'boolean' && !options) control.checked = shown
  else if (options) control.value = shown === undefined ? '' : String(options.indexOf(shown))
  else control.value = String(shown ?? '')
  control.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
}

const typed = fc.constantFrom(...FIELDS).chain((field) => {
  const { key } = field
  if (field.options)
    return fc.constantFrom<Shown>(...field.options.map(({ value }) => value)).map((value) => ({ key, value }))
  if (field.type === 'checkbox') return fc.boolean().map((value: Shown) => ({ key, value }))
  if (field.type === 'number')
    return fc.constantFrom<Shown>(undefined, 0, 1, 5, 9, 10, -2.5).map((value) => ({ key, value }))
  return fc.constantFrom<Shown>('', 'a', 'abc', 'A b', 'much too long a text').map((value) => ({ key, value }))
})

const stored = fc.record(
  {
    title: fc.constantFrom<unknown>('', 'Lunch', 7, null),
    code: fc.constantFrom<unknown>('abc', 'ABC', ''),
    note: fc.constantFrom<unknown>('', 'old', {}),
    dishes: fc.constantFrom<unknown>(4, 'many', 12, ''),
    seats: fc.constantFrom<unknown>(0, 2.5),
    canteen: fc.constantFrom<unknown>('south', 'east', ''),
    day: fc.constantFrom<unknown>(1, '1', true, false),
    vegan: fc.boolean(),
  },
  { requiredKeys: [] },
)

const steps = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('type' as const), at: typed }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('clear' as const), key: fc.constantFrom(...NAMES) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('save' as const), meanwhile: fc.option(typed) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('refuse' as const), key: fc.constantFrom(...NAMES, 'server') }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('render' as const), isReversed: fc.boolean(), isDefined: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('translate' as const), language: fc.constantFrom('en', 'de') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('store' as const), stored }) },
)

it('saves the displayed values, keeps typed values, and never saves invalid values', async () => {
  await fc.assert(
    fc.asyncProperty(stored, fc.array(steps, { maxLength: 14 }), async (first, run) => {
      const form = document.createElement('haiilo-config-form')
      let current: Readonly<Record<string, unknown>> = first
      Object.assign(form, { fields: createFields(false), stored: current })
      document.body.append(form)
      await drawn(document)
      const { inspect } = defineFields(FIELDS)
      let baseline = shownOf(inspect(current).values)
      const entered = new Map<string, Shown>()
      const expected = (): Values => ({ ...baseline, ...Object.fromEntries(entered) })

      try {
        expect(displayed(form)).toEqual(expected())
        for (const step of run) {
          switch (step.do) {
            case 'type':
              enter(form, step.at.key, step.at.value)
              entered.set(step.at.key, step.at.value)
              break
            case 'clear': {
              const field = FIELDS.find(({ key }) => key === step.key)
              if (field?.type === 'checkbox' || field?.options) break
              const empty = field?.type === 'number' ? undefined : ''
              enter(form, step.key, empty)
              entered.set(step.key, empty)
              break
            }
            case 'refuse': {
              form.validate = () => ({ [step.key]: 'Refused.', other: undefined })
              expect(await form.save()).toBe(false)
              form.validate = undefined
              break
            }
            case 'save': {
              const before = displayed(form)
              const { promise, resolve } = Promise.withResolvers<null>()
              const validated = Promise.withResolvers<'validated'>()
              form.validate = () => {
                validated.resolve('validated')
                return promise
              }
              const saving = form.save()
              const areValid = FIELDS.every((field) => isValid(field, before[field.key]))
              // the validator is called only with valid values
              expect(await Promise.race([validated.promise, saving])).toBe(areValid ? 'validated' : false)
              if (step.meanwhile && areValid) {
                enter(form, step.meanwhile.key, step.meanwhile.value)
              }
              resolve(null)
              const saved = await saving
              form.validate = undefined
              if (!areValid) {
                expect(saved).toBe(false)
                break
              }
              expect(shownOf(readConfig(FIELDS, { strict: true })(saved as never))).toEqual(before)
              baseline = before
              entered.clear()
              if (step.meanwhile) entered.set(step.meanwhile.key, step.meanwhile.value)
              break
            }
            case 'render': {
              const fields = createFields(step.isReversed)
              Object.assign(form, {
                fields: step.isDefined ? defineFields(fields) : fields,
                stored: structuredClone(current),
              })
              break
            }
            case 'translate':
              form.lang = step.language
              break
            case 'store':
              if (JSON.stringify(sorted(step.stored)) !== JSON.stringify(sorted(current))) {
                baseline = shownOf(inspect(step.stored).values)
              }
              current = step.stored
              form.stored = current
              break
          }
          await drawn(document)
          expect(displayed(form)).toEqual(expected())
          expect(form.dirty).toBe([...entered].some(([key, value]) => value !== baseline[key]))
        }
      } finally {
        form.remove()
      }
    }),
    { numRuns: 150 },
  )
}, 120_000)

/** Values as controls display them: a missing text is empty. */
function shownOf(values: Values): Values {
  return Object.fromEntries(
    FIELDS.map(({ key, type }) => [key, values[key] ?? (type === 'text' || type === 'textarea' ? '' : undefined)]),
  )
}

function sorted(value: object): unknown {
  return Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1))
}
