import type { Report } from '../rules/rule-check.js'
import { didYouMean } from '../rules/did-you-mean.js'
import { keyInFieldMap } from '../rules/field-map.js'
import { isObject, join, namesIn } from '../rules/manifest-view.js'
import { quote, quoteAll } from '../rules/quote.js'
import type { SchemaError } from '../schema/validate.js'

/** Reports schema errors as findings with messages that name the fix. */
export function reportSchemaErrors(errors: readonly SchemaError[], manifest: unknown, report: Report): void {
  for (const error of errors) {
    const translation = translate(error, valueAt(manifest, error.instancePath))
    if (translation) report(...translation)
  }
}

type Translation = Parameters<Report> | undefined

function translate(error: SchemaError, value: unknown): Translation {
  const { keyword, instancePath: pointer, params, propertyName } = error
  if (/^\/entryPoints\/\d+\/height$/.test(pointer)) return ['height-invalid', pointer, heightMessage(value)]
  switch (keyword) {
    case 'required':
      return malformedEntry(pointer, value) ?? missingField(pointer, String(params['missingProperty']))
    case 'type':
      return wrongType(pointer, String(params['type']), value)
    case 'enum':
      return unknownValue(pointer, allowedValues(params), value)
    case 'pattern':
      return propertyName === undefined ? wrongFormat(pointer, value) : wrongLanguage(pointer, propertyName)
    case 'uniqueItems':
      return [
        'duplicate-value',
        join(pointer, Number(params['i'])),
        'This value appears twice in the list, which probably has no effect. Remove one of the two.',
      ]
    case 'not':
      return ['config-and-config-url', join(pointer, 'configUrl'), BOTH]
    case 'minItems':
    case 'minProperties':
      return ['out-of-range', pointer, `At least one entry is required here. ${INFERRED}`]
    case 'minLength':
      return ['out-of-range', pointer, `The text must not be empty. ${INFERRED}`]
    case 'minimum':
      return ['out-of-range', pointer, `The minimum is ${String(params['limit'])}. ${INFERRED}`]
    default:
      // `anyOf`, `if`, `propertyNames`: the errors inside them are reported separately
      return undefined
  }
}

function allowedValues({ allowedValues: values }: SchemaError['params']): readonly unknown[] {
  return Array.isArray(values) ? values : []
}

function missingField(pointer: string, name: string): Translation {
  const message = `The field "${name}" is missing.`
  return [
    'missing-field',
    join(pointer, name),
    isRequirementInferred(pointer, name) ? `${message} ${INFERRED}` : message,
  ]
}

/** Matches the comments in schema.json. */
function isRequirementInferred(pointer: string, name: string): boolean {
  if (/^\/(?:lifecycle|apiAccess)(?:\/|$)/.test(pointer) || /\/options\/\d+$/.test(pointer)) return true
  return name === 'options' || (name === 'description' && pointer !== '')
}

/** A finding for an entry of `config` that is not a field. */
function malformedEntry(pointer: string, value: unknown): Translation {
  if (!CONFIG_ENTRY.test(pointer)) return undefined
  if (!isObject(value)) return ['config-malformed', pointer, Array.isArray(value) ? NESTED_LIST : fieldLike(value)]
  const key = keyInFieldMap(value)
  return key === undefined
    ? undefined
    : ['config-malformed', pointer, `${fieldLike(key)} The key belongs inside the field.`]
}

const CONFIG = /^(?:\/entryPoints\/\d+)?\/config$/
const CONFIG_ENTRY = /^(?:\/entryPoints\/\d+)?\/config\/\d+$/

function fieldLike(key: unknown): string {
  const name = typeof key === 'string' ? quote(key) : '"canteen"'
  return `Each entry of \`config\` is a field: { "key": ${name}, "type": "text" }.`
}

function wrongType(pointer: string, type: string, value: unknown): Translation {
  if (CONFIG.test(pointer)) return ['config-malformed', pointer, CONFIG_LIST]
  const entry = malformedEntry(pointer, value)
  if (entry) return entry
  if (isTooLarge(value) && /number|integer/.test(type)) return ['out-of-range', pointer, TOO_LARGE]
  if (type === 'object' && typeof value === 'string' && isTranslation(pointer)) {
    return ['translation-not-a-map', pointer, `Write a text for each language: { "en": ${quote(value)} }.`]
  }
  const expected = type
    .split(',')
    .map((name) => TYPE_NAMES[name] ?? name)
    .join(' or ')
  const message = `Expected ${expected}, found ${nameOf(value)}.`
  return ['wrong-type', pointer, IS_TYPE_INFERRED.test(pointer) ? `${message} ${INFERRED}` : message]
}

/** Matches the comments in schema.json. */
const IS_TYPE_INFERRED = /\/(?:origin(?:\/\d+)?|permissionsPolicy|min|max)$/

/** `1e999` is valid JSON, but `JSON.parse` returns `Infinity` for it. */
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
  if (/^\/entryPoints\/\d+\/id$/.test(pointer)) return ['entry-point-id-invalid', pointer, NOT_A_UUID]
  const name = pointer.slice(pointer.lastIndexOf('/') + 1)
  const format = /Version$/.test(name)
    ? 'a semantic version such as "1.0.0"'
    : 'a name of letters and digits that starts with a lower-case letter (inferred, not documented)'
  return ['wrong-format', pointer, `Expected ${format}, found ${quote(String(value))}.`]
}

function wrongLanguage(pointer: string, language: string): Translation {
  const message = `Expected a language code of two lower-case letters, such as "en" or "de", found ${quote(language)}. The host probably ignores it.`
  return ['translation-language-invalid', join(pointer, language), message]
}

function heightMessage(value: unknown): string {
  const pixels = typeof value === 'string' ? /^\s*(\d+)(?:\.\d+)?\s*(?:px)?\s*$/.exec(value)?.[1] : undefined
  if (pixels !== undefined)
    return `Write a height in pixels as a number, without quotes or a unit: "height": ${Number(pixels)}.`
  if (isTooLarge(value)) return TOO_LARGE
  if (typeof value === 'number') return 'A height in pixels is a whole number of at least 1.'
  return 'Write a height in pixels as a number, such as 350, or a ratio of width to height as a text, such as "16:9".'
}

function isTranslation(pointer: string): boolean {
  return /\/(?:name|label|placeholder|description)$/.test(pointer)
}

function nameOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return TYPE_NAMES[typeof value] ?? typeof value
}

/** The value at a JSON pointer from a schema error, which always exists. */
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

const BOTH =
  'Either the host shows a form (`config`), or the plug-in has its own settings page (`configUrl`). Remove one of the two.'
const CONFIG_LIST = '`config` is a list of fields: [{ "key": "canteen", "type": "text" }].'
const NESTED_LIST = 'An entry of `config` is a field, not a list. Remove the inner brackets.'
const INFERRED = 'This is inferred, not documented.'
const TOO_LARGE = 'This number is too large: programs cannot store it. Write a smaller one, or remove the field.'
const NOT_A_UUID =
  'The id of an entry point probably has to be a UUID. Create one with `crypto.randomUUID()`, and never change it.'
const ACCESS_TOKEN =
  '"access_token" is not a lifecycle event: the host sends it because of `apiAccess`. Remove it from the list.'
