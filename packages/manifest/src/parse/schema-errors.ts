import type { Report } from '../rules/check-rules.js'
import { didYouMean } from '../rules/did-you-mean.js'
import { join, namesIn } from '../rules/manifest-view.js'
import { quote, quoteAll } from '../rules/quote.js'
import type { SchemaError } from '../schema/validate.js'

/** Says what the schema finds wrong in words that name the fix. */
export function reportSchemaErrors(errors: readonly SchemaError[], manifest: unknown, report: Report): void {
  for (const error of errors) {
    const translation = translate(error, valueAt(manifest, error.instancePath))
    if (translation) report(...translation)
  }
}

type Translation = Parameters<Report> | undefined

function translate(error: SchemaError, value: unknown): Translation {
  const { keyword, instancePath: pointer, params, propertyName } = error
  if (/\/height$/.test(pointer)) return ['height', pointer, heightMessage(value)]
  switch (keyword) {
    case 'required':
      return missingField(pointer, String(params['missingProperty']))
    case 'type':
      return wrongType(pointer, String(params['type']), value)
    case 'enum':
      return unknownValue(pointer, allowedValues(params), value)
    case 'pattern':
      return propertyName === undefined ? wrongFormat(pointer, value) : wrongLanguage(pointer, propertyName)
    case 'uniqueItems':
      return ['doubled-value', join(pointer, Number(params['i'])), 'This value is in the list twice. Remove one.']
    case 'not':
      return ['config-and-config-url', join(pointer, 'configUrl'), BOTH]
    case 'minItems':
    case 'minProperties':
      return ['out-of-range', pointer, 'At least one is needed here.']
    case 'minLength':
      return ['out-of-range', pointer, 'An empty text is not enough here.']
    case 'minimum':
      return ['out-of-range', pointer, `The least possible number is ${String(params['limit'])}.`]
    default:
      // `anyOf`, `if`, `propertyNames`: what is wrong inside of them is reported by itself
      return undefined
  }
}

function allowedValues({ allowedValues: values }: SchemaError['params']): readonly unknown[] {
  return Array.isArray(values) ? values : []
}

function missingField(pointer: string, name: string): Translation {
  return ['missing-field', join(pointer, name), `The field "${name}" is missing here.`]
}

function wrongType(pointer: string, type: string, value: unknown): Translation {
  if (/\/config$/.test(pointer)) return ['config-list', pointer, CONFIG_LIST]
  if (type === 'object' && typeof value === 'string' && isTranslation(pointer)) {
    return ['translation-map', pointer, `A text for each language belongs here: { "en": ${quote(value)} }.`]
  }
  const expected = type
    .split(',')
    .map((name) => TYPE_NAMES[name] ?? name)
    .join(' or ')
  return ['wrong-type', pointer, `Expected ${expected}, found ${nameOf(value)}.`]
}

function unknownValue(pointer: string, allowed: readonly unknown[], value: unknown): Translation {
  if (/\/lifecycle\/events\/\d+$/.test(pointer) && value === 'access_token') {
    return ['lifecycle-access-token', pointer, ACCESS_TOKEN]
  }
  const names = allowed.filter((candidate) => typeof candidate === 'string')
  const hint = typeof value === 'string' ? didYouMean(value, names) : ''
  const found = typeof value === 'string' ? quote(value) : nameOf(value)
  return ['unknown-value', pointer, `Expected ${quoteAll(allowed)}, found ${found}.${hint}`]
}

function wrongFormat(pointer: string, value: unknown): Translation {
  if (/^\/entryPoints\/\d+\/id$/.test(pointer)) return ['entry-point-id', pointer, NO_UUID]
  const name = pointer.slice(pointer.lastIndexOf('/') + 1)
  const form = /Version$/.test(name)
    ? 'a semantic version such as "1.0.0"'
    : 'a name of letters and digits that begins with a small letter'
  return ['wrong-format', pointer, `Expected ${form}, found ${quote(String(value))}.`]
}

function wrongLanguage(pointer: string, language: string): Translation {
  const message = `Languages are named by two small letters, such as "en" or "de"; this is ${quote(language)}.`
  return ['translation-language', join(pointer, language), message]
}

function heightMessage(value: unknown): string {
  const pixels = typeof value === 'string' ? /^\s*(\d+)(?:\.\d+)?\s*(?:px)?\s*$/.exec(value)?.[1] : undefined
  if (pixels !== undefined)
    return `A height in pixels is a number, without quotes and unit: "height": ${Number(pixels)}.`
  if (typeof value === 'number') return 'A height in pixels is a whole number from 1.'
  return 'Write pixels as a number, such as 350, or a ratio of width to height as text, such as "16:9".'
}

function isTranslation(pointer: string): boolean {
  return /\/(?:name|label|placeholder|description)$/.test(pointer)
}

function nameOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return TYPE_NAMES[typeof value] ?? typeof value
}

/** The value at a JSON pointer of the schema's, which leads to something that is there. */
function valueAt(root: unknown, pointer: string): unknown {
  let value = root
  for (const name of namesIn(pointer)) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
  }
  return value
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  object: 'an object',
  string: 'a text in quotes',
}

const BOTH = 'Either the host draws the form (`config`) or a page of yours does (`configUrl`). Remove one of the two.'
const CONFIG_LIST = '`config` is a list of fields: [{ "key": "canteen", "type": "text" }].'
const NO_UUID = 'The id of an entry point is a UUID. Make one with `crypto.randomUUID()`, and never change it again.'
const ACCESS_TOKEN = '"access_token" is no lifecycle event: `apiAccess` asks for it. Remove it here.'
