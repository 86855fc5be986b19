import { toText } from '../lib/to-text.js'

/** An option of a select or a radio group. */
export interface FieldOption {
  /** The value that the form submits. */
  readonly value: string
  /** The visible text. Without a label, the value is shown. */
  readonly label: string
  /** A help text below the label. */
  readonly description?: string
  /** The option cannot be chosen. An option that is already chosen stays chosen. */
  readonly disabled?: boolean
}

/**
 * Returns options by their values, in their order. Invalid options are left out, and also options whose value another option already has.
 *
 * @param source An iterable of objects or `<option>` elements. Any other value has no options.
 */
export function readOptions(source: unknown): ReadonlyMap<string, FieldOption> {
  const options = new Map<string, FieldOption>()
  for (const each of isIterable(source) ? source : []) {
    const option = readOption(each)
    if (option && !options.has(option.value)) options.set(option.value, option)
  }
  return options
}

function readOption(source: unknown): FieldOption | undefined {
  if (typeof source !== 'object' || source === null) return undefined
  const given: Partial<Record<keyof FieldOption, unknown>> = source
  const value = toText(given.value)
  if (value === undefined) return undefined
  const description = toText(given.description) ?? ''
  return { value, label: toText(given.label) || value, description, disabled: given.disabled === true }
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value
}
