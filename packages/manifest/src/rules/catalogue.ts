import type { Severity } from '../parse/finding.js'

/** What a rule is about. */
export interface ManifestRule {
  readonly severity: Severity
  /** What it finds, in one sentence. */
  readonly summary: string
}

/** Every rule by its id. Ids are public and permanent; each has a page in `docs/rules/`. */
export const manifestRules = {
  // the text
  'not-utf-8': { severity: 'error', summary: 'The file is not encoded as UTF-8.' },
  'byte-order-mark': { severity: 'error', summary: 'The text begins with a byte order mark, which JSON must not.' },
  'too-large': { severity: 'error', summary: 'The text is longer than a manifest can reasonably be.' },
  'too-deep': { severity: 'error', summary: 'Lists and objects are nested deeper than a manifest ever needs.' },
  'not-json': { severity: 'error', summary: 'The text is not JSON.' },
  'duplicate-key': { severity: 'error', summary: 'An object has the same key twice, so one of the values is lost.' },

  // the shape, as schema.json has it
  'missing-field': { severity: 'error', summary: 'A field that must be there is not.' },
  'wrong-type': { severity: 'error', summary: 'A value is of another type than its field takes.' },
  'unknown-value': { severity: 'error', summary: 'A value is none of those that its field knows.' },
  'wrong-format': { severity: 'error', summary: 'A text has not the form that its field asks for.' },
  'out-of-range': { severity: 'error', summary: 'A number, text or list is smaller or larger than its field allows.' },
  'doubled-value': { severity: 'error', summary: 'A list has the same value twice.' },

  // names and versions
  'unknown-field': {
    severity: 'warning',
    summary: 'A field that the format does not have; the host does nothing with it.',
  },
  'newer-field': { severity: 'warning', summary: 'A field that is newer than the version that the manifest names.' },
  'unconfirmed-version': {
    severity: 'note',
    summary: 'A version of the format that nobody outside has seen documented.',
  },
  'unconfirmed-field': { severity: 'note', summary: 'A field whose form or effect is inferred, not documented.' },
  'schema-reference': { severity: 'note', summary: '`$schema` helps editors; leave it out of what is published.' },
  'unknown-context': { severity: 'warning', summary: 'A context property that is not known to exist.' },
  'needless-context': { severity: 'note', summary: 'A context property that every plug-in is told without asking.' },

  // entry points
  'entry-point-id': { severity: 'error', summary: 'The id of an entry point is not a UUID.' },
  'doubled-id': { severity: 'error', summary: 'Two entry points have the same id.' },
  'config-and-config-url': { severity: 'error', summary: 'An entry point has both `config` and `configUrl`.' },
  height: { severity: 'error', summary: 'A height that is neither a number of pixels nor a ratio such as "16:9".' },

  // addresses
  'url-invalid': { severity: 'error', summary: 'An address that cannot be resolved.' },
  'url-not-https': { severity: 'error', summary: 'An address that is not served over https.' },
  'url-root': {
    severity: 'warning',
    summary: 'An address from the root, which leaves the folder that the manifest lies in.',
  },
  'url-source': { severity: 'error', summary: 'A page address that already has the query parameter `src`.' },
  'url-trailing-slash': { severity: 'error', summary: 'A webhook address without a slash at its end.' },
  'url-event': { severity: 'error', summary: 'A webhook address that already ends with what the host appends.' },

  // texts for people
  'translation-map': { severity: 'error', summary: 'A plain text where a map of languages to texts belongs.' },
  'translation-language': { severity: 'error', summary: 'The key of a translation map is no language code.' },
  'translation-missing-en': { severity: 'warning', summary: 'A translation map without `en`.' },
  'translation-uneven': { severity: 'warning', summary: 'A text lacks a language that other texts have.' },
  'translation-empty': { severity: 'warning', summary: 'A translation without text.' },

  // fields of a configuration
  'config-list': { severity: 'error', summary: '`config` is not a list of fields.' },
  'doubled-key': { severity: 'error', summary: 'Two fields that meet in one configuration have the same key.' },
  'unsafe-key': { severity: 'warning', summary: 'A key that is hard to read from a claim or from an object.' },
  'unconfirmed-field-type': { severity: 'warning', summary: 'A field type that is not documented.' },
  'misplaced-options': { severity: 'warning', summary: '`options` on a field that takes none.' },
  'doubled-option': { severity: 'error', summary: 'Two options of a field have the same value.' },
  'mixed-options': { severity: 'warning', summary: 'The options of a field have values of different types.' },
  'default-type': { severity: 'error', summary: 'A default of another type than its field.' },
  'default-not-an-option': { severity: 'error', summary: 'A default that is none of the options.' },
  'default-invalid': { severity: 'error', summary: 'A default that the limits of its own field refuse.' },
  'misplaced-limit': { severity: 'warning', summary: 'A limit on a field that it does not apply to.' },
  'impossible-limit': { severity: 'error', summary: 'A lower limit above the upper one.' },
  'pattern-invalid': {
    severity: 'error',
    summary: 'A pattern that is no regular expression, or not for every program.',
  },
  'pattern-dialect': {
    severity: 'warning',
    summary: 'A pattern that means something else to programs that do not set the flag `u`.',
  },
  'pattern-catastrophic': { severity: 'error', summary: 'A pattern that takes exponential time on some texts.' },
  'pattern-not-anchored': {
    severity: 'warning',
    summary: 'A pattern that some programs match against a part of the text.',
  },
  'required-without-default': {
    severity: 'warning',
    summary: 'A required field without default, which existing instances do not have.',
  },

  // secrets
  secret: { severity: 'error', summary: 'A value that looks like a secret, in a file that everybody can read.' },
  'secret-field': {
    severity: 'warning',
    summary: 'A field that seems to ask for a secret, though its value reaches every viewer.',
  },

  // the back end
  'lifecycle-access-token': {
    severity: 'error',
    summary: '`access_token` among the lifecycle events; it belongs to `apiAccess`.',
  },
  'lifecycle-pair': {
    severity: 'warning',
    summary: 'An event without its counterpart: what is installed or added is never cleared.',
  },
  'api-access-without-install': {
    severity: 'warning',
    summary: '`apiAccess` without the `install` event that says whose token it is.',
  },

  // the list itself
  'more-findings': { severity: 'note', summary: 'There is more to find; only the first findings are listed.' },
} as const

/** The id of a rule. */
export type RuleId = keyof typeof manifestRules
