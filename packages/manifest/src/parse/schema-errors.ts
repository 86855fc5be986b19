import type { Report } from '../rules/check-rules.js'
import { didYouMean } from '../rules/did-you-mean.js'
import { keyInFieldMap } from '../rules/field-map.js'
import { isObject, join, namesIn } from '../rules/manifest-view.js'
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
  if (/^\/entryPoints\/\d+\/height$/.test(pointer)) return ['height', pointer, heightMessage(value)]
  switch (keyword) {
    case 'required':
      return noField(pointer, value) ?? missingField(pointer, String(params['missingProperty']))
    case 'type':
      return wrongType(pointer, String(params['type']), value)
    case 'enum':
      return unknownValue(pointer, allowedValues(params), value)
    case 'pattern':
      return propertyName === undefined ? wrongFormat(pointer, value) : wrongLanguage(pointer, propertyName)
    case 'uniqueItems':
      return [
        'doubled-value',
        join(pointer, Number(params['i'])),
        'This value is in the list twice, which probably has no effect. Remove one.',
      ]
    case 'not':
      return ['config-and-config-url', join(pointer, 'configUrl'), BOTH]
    case 'minItems':
    case 'minProperties':
      return ['out-of-range', pointer, `At least one is needed here. ${INFERRED}`]
    case 'minLength':
      return ['out-of-range', pointer, `An empty text is not enough here. ${INFERRED}`]
    case 'minimum':
      return ['out-of-range', pointer, `The least possible number is ${String(params['limit'])}. ${INFERRED}`]
    default:
      // `anyOf`, `if`, `propertyNames`: what is wrong inside of them is reported by itself
      return undefined
  }
}

function allowedValues({ allowedValues: values }: SchemaError['params']): readonly unknown[] {
  return Array.isArray(values) ? values : []
}

function missingField(pointer: string, name: string): Translation {
  const message = `The field "${name}" is missing here.`
  return [
    'missing-field',
    join(pointer, name),
    isRequirementInferred(pointer, name) ? `${message} ${INFERRED}` : message,
  ]
}

/** As the comments in schema.json say. */
function isRequirementInferred(pointer: string, name: string): boolean {
  if (/^\/(?:lifecycle|apiAccess)(?:\/|$)/.test(pointer) || /\/options\/\d+$/.test(pointer)) return true
  return name === 'options' || (name === 'description' && pointer !== '')
}

/** An entry of `config` that is something else than a field. */
function noField(pointer: string, value: unknown): Translation {
  if (!CONFIG_ENTRY.test(pointer)) return undefined
  if (!isObject(value)) return ['config-list', pointer, Array.isArray(value) ? NESTED_LIST : fieldLike(value)]
  const key = keyInFieldMap(value)
  return key === undefined ? undefined : ['config-list', pointer, `${fieldLike(key)} The key is written inside of it.`]
}

const CONFIG = /^(?:\/entryPoints\/\d+)?\/config$/
const CONFIG_ENTRY = /^(?:\/entryPoints\/\d+)?\/config\/\d+$/

function fieldLike(key: unknown): string {
  const name = typeof key === 'string' ? quote(key) : '"canteen"'
  return `Each entry of \`config\` is a field: { "key": ${name}, "type": "text" }.`
}

function wrongType(pointer: string, type: string, value: unknown): Translation {
  if (CONFIG.test(pointer)) return ['config-list', pointer, CONFIG_LIST]
  const entry = noField(pointer, value)
  if (entry) return entry
  if (isTooLarge(value) && /number|integer/.test(type)) return ['out-of-range', pointer, TOO_LARGE]
  if (type === 'object' && typeof value === 'string' && isTranslation(pointer)) {
    return ['translation-map', pointer, `A text for each language belongs here: { "en": ${quote(value)} }.`]
  }
  const expected = type
    .split(',')
    .map((name) => TYPE_NAMES[name] ?? name)
    .join(' or ')
  const message = `Expected ${expected}, found ${nameOf(value)}.`
  return ['wrong-type', pointer, IS_TYPE_INFERRED.test(pointer) ? `${message} ${INFERRED}` : message]
}

/** As the comments in schema.json say. */
const IS_TYPE_INFERRED = /\/(?:origin(?:\/\d+)?|permissionsPolicy|min|max)$/

/** `1e999` is a number of JSON, of which JavaScript makes an infinite one. */
function isTooLarge(value: unknown): boolean {
  return typeof value === 'number' && !Number.isFinite(value)
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
    : 'a name of letters and digits that begins with a small letter (inferred, not documented)'
  return ['wrong-format', pointer, `Expected ${form}, found ${quote(String(value))}.`]
}

function wrongLanguage(pointer: string, language: string): Translation {
  const message = `The known names of languages are two small letters, such as "en" or "de". This is ${quote(language)}, which the host probably ignores.`
  return ['translation-language', join(pointer, language), message]
}

function heightMessage(value: unknown): string {
  const pixels = typeof value === 'string' ? /^\s*(\d+)(?:\.\d+)?\s*(?:px)?\s*$/.exec(value)?.[1] : undefined
  if (pixels !== undefined)
    return `A height in pixels is a number, without quotes and unit: "height": ${Number(pixels)}.`
  if (isTooLarge(value)) return TOO_LARGE
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
const NESTED_LIST = 'An entry of `config` is a field, not a list of its own. Leave the inner brackets out.'
const INFERRED = 'This is inferred, not documented.'
const TOO_LARGE = 'This number is too large: programs cannot store it. Write a smaller one, or leave the field out.'
const NO_UUID =
  'The id of an entry point is probably required to be a UUID. Make one with `crypto.randomUUID()`, and never change it again.'
const ACCESS_TOKEN = '"access_token" is no lifecycle event: `apiAccess` asks for it. Remove it here.'
