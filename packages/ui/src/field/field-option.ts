import { toText } from '../lib/to-text.js'

/** One of several things to choose from. */
export interface FieldOption {
  /** What the form gets. */
  readonly value: string
  /** What the person reads; without one, the value. */
  readonly label: string
  /** A line of help below it. */
  readonly description?: string
  /** It cannot be chosen. What was chosen before stays. */
  readonly disabled?: boolean
}

/**
 * Options, by their values, in their order. What is no option is left out, and of two with the same value the second.
 *
 * @param source May be anything; meant are objects, or `<option>` elements.
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
