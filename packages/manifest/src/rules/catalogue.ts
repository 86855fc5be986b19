import type { Severity } from './severity.js'

/** A rule of the catalogue. */
export interface ManifestRule {
  readonly severity: Severity
  /** What the rule reports, in one sentence. */
  readonly summary: string
}

/** All rules by id. Ids are public and permanent. Each rule has a page in `docs/rules/`. */
export const manifestRules = {
  // text
  'not-utf-8': { severity: 'error', summary: 'The file is not encoded as UTF-8.' },
  'byte-order-mark': {
    severity: 'error',
    summary: 'The text starts with a byte order mark, which JSON does not allow.',
  },
  'too-large': { severity: 'error', summary: 'The text is too long for a manifest.' },
  'too-deep': { severity: 'error', summary: 'Lists and objects are nested too deeply for a manifest.' },
  'not-json': { severity: 'error', summary: 'The text is not valid JSON.' },
  'duplicate-json-key': { severity: 'error', summary: 'An object has the same key twice, so one value is lost.' },

  // structure, as in schema.json
  'missing-field': { severity: 'error', summary: 'A required field is missing.' },
  'wrong-type': { severity: 'error', summary: 'A value has the wrong type for its field.' },
  'unknown-value': { severity: 'error', summary: 'A value is not one of the known values of its field.' },
  'wrong-format': { severity: 'error', summary: 'A text does not have the format that its field requires.' },
  'out-of-range': { severity: 'error', summary: 'A number, text or list is too small or too large for its field.' },
  'duplicate-value': { severity: 'error', summary: 'A list contains the same value twice.' },

  // names and versions
  'unknown-field': { severity: 'warning', summary: 'The format does not have this field, so the host ignores it.' },
  'newer-field': { severity: 'warning', summary: 'A field is newer than the `manifestVersion` of the manifest.' },
  'unconfirmed-version': { severity: 'note', summary: 'No public documentation mentions this version of the format.' },
  'unconfirmed-field': { severity: 'note', summary: 'The form or effect of a field is inferred, not documented.' },
  'schema-reference': {
    severity: 'note',
    summary: '`$schema` is for editors. Remove it from the published manifest.',
  },
  'unknown-context': { severity: 'warning', summary: 'A context property is not known to exist.' },
  'redundant-context': { severity: 'note', summary: 'Every plug-in receives this context property without a request.' },

  // entry points
  'entry-point-id-invalid': { severity: 'error', summary: 'The id of an entry point is not a UUID.' },
  'duplicate-id': { severity: 'error', summary: 'Two entry points have the same id.' },
  'config-and-config-url': { severity: 'error', summary: 'An entry point has both `config` and `configUrl`.' },
  'height-invalid': {
    severity: 'error',
    summary: 'A height is neither a number of pixels nor a ratio such as "16:9".',
  },

  // addresses
  'url-invalid': { severity: 'error', summary: 'An address is not a valid URL, or leads to the manifest itself.' },
  'url-not-https': { severity: 'error', summary: 'An address does not use https.' },
  'url-root-relative': {
    severity: 'warning',
    summary: 'An address starts with a slash and may leave the folder of the manifest.',
  },
  'url-src-parameter': {
    severity: 'error',
    summary: 'The address of a page has a query parameter `src`, which the host adds itself.',
  },
  'url-trailing-slash': { severity: 'error', summary: 'The address of a webhook does not end with a slash.' },
  'url-ends-with-event': {
    severity: 'error',
    summary: 'The address of a webhook already ends with the name that the host appends.',
  },

  // translations
  'translation-not-a-map': {
    severity: 'error',
    summary: 'A plain text is used where a text for each language is required.',
  },
  'translation-language-invalid': { severity: 'error', summary: 'A key of a translation map is not a language code.' },
  'translation-missing-en': { severity: 'warning', summary: 'A translation map has no English text (`en`).' },
  'translation-incomplete': { severity: 'warning', summary: 'A text is missing in a language that other texts have.' },
  'translation-empty': { severity: 'warning', summary: 'A translation is empty.' },

  // fields of a configuration
  'config-malformed': { severity: 'error', summary: '`config` is not a list of fields.' },
  'duplicate-field-key': { severity: 'error', summary: 'Two fields of the same configuration have the same key.' },
  'unsafe-key': { severity: 'warning', summary: 'A key is difficult to read from a claim or an object.' },
  'unconfirmed-field-type': { severity: 'warning', summary: 'The type of a field is not documented.' },
  'misplaced-options': { severity: 'warning', summary: 'A field has `options`, but its type does not use them.' },
  'duplicate-option': { severity: 'error', summary: 'Two options of a field have the same value.' },
  'mixed-option-types': { severity: 'warning', summary: 'The options of a field have values of different types.' },
  'default-wrong-type': { severity: 'error', summary: 'A default has a different type than its field.' },
  'default-not-an-option': { severity: 'error', summary: 'A default is not one of the options.' },
  'default-invalid': { severity: 'error', summary: 'A default violates the limits of its own field.' },
  'misplaced-limit': { severity: 'warning', summary: 'A limit does not apply to this type of field.' },
  'impossible-limit': { severity: 'error', summary: 'A lower limit is greater than the upper limit.' },
  'pattern-invalid': { severity: 'error', summary: 'A pattern is not a valid regular expression with the flag `v`.' },
  'pattern-dialect': {
    severity: 'warning',
    summary: 'A pattern is invalid or has another meaning in programs that do not set the flag `v`.',
  },
  'pattern-catastrophic': {
    severity: 'error',
    summary: 'A pattern takes exponential time on some texts, or cannot be analysed.',
  },
  'pattern-not-anchored': {
    severity: 'warning',
    summary: 'A pattern is not anchored, so some programs match only a part of the text.',
  },
  'required-without-default': {
    severity: 'warning',
    summary: 'A required field has no default, and existing instances have no value for it.',
  },

  // secrets
  secret: { severity: 'error', summary: 'A value looks like a secret, but everybody can read the manifest.' },
  'secret-field': {
    severity: 'warning',
    summary: 'A field seems to request a secret, but every viewer receives its value.',
  },

  // back end
  'lifecycle-access-token': {
    severity: 'error',
    summary: '`access_token` is listed as a lifecycle event, but it belongs to `apiAccess`.',
  },
  'lifecycle-unpaired-event': {
    severity: 'warning',
    summary: 'An event has no counterpart, so the back end does not know when to delete its data.',
  },
  'api-access-without-install': {
    severity: 'warning',
    summary: 'The manifest has `apiAccess`, but no `install` event that identifies the tenant.',
  },

  // list of findings
  'more-findings': { severity: 'note', summary: 'A rule has more findings than the list shows.' },
} as const

/** The id of a rule. */
export type RuleId = keyof typeof manifestRules
