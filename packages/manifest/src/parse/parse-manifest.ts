import type { Manifest } from '../manifest.js'
import { checkRules } from '../rules/check-rules.js'
import { isObject, viewManifest } from '../rules/manifest-view.js'
import { validate } from '../schema/validate.js'
import { createFindings } from './create-findings.js'
import type { Finding } from './finding.js'
import { characterAt } from './locate.js'
import { readJson } from './read-json.js'
import { readText } from './read-text.js'
import { reportSchemaErrors } from './schema-errors.js'

/** How to read a manifest. */
export interface ParseManifestOptions {
  /** Where the manifest lies or will lie, http or https: its addresses are resolved against it. */
  readonly url?: string | URL | undefined
}

/** A manifest without errors, or none; with all findings either way. */
export type ParsedManifest =
  | { readonly manifest: Manifest; readonly findings: readonly Finding[] }
  | { readonly manifest?: undefined; readonly findings: readonly Finding[] }

/**
 * Reads a manifest: the text of its file, the file's bytes, or a value, which is looked at as it would be published.
 *
 * @returns `manifest` if no finding is an error, and the findings in the order of the text. Whatever the source holds, it never throws,
 *   evaluates nothing, and takes time in proportion to the length.
 * @throws {TypeError} The option `url` is no http or https address.
 */
export function parseManifest(
  source: string | Uint8Array | object,
  { url }: ParseManifestOptions = {},
): ParsedManifest {
  const base = url === undefined ? undefined : readUrl(url)
  const { text = '', problems, isReadable } = readText(source)
  const findings = createFindings(text)
  for (const { rule, offset, message } of problems) findings.addInText(rule, characterAt(offset), message)
  const value = isReadable ? readJson(text, findings) : undefined
  if (value === undefined) return { findings: findings.all() }
  const fits = validate(value)
  if (!fits) reportSchemaErrors(validate.errors ?? [], value, findings.add)
  if (isObject(value)) checkRules(viewManifest(value, base), findings.add)
  return fits && !findings.hasError() ? { manifest: value, findings: findings.all() } : { findings: findings.all() }
}

function readUrl(url: string | URL): URL {
  const parsed = URL.parse(String(url))
  if (parsed?.protocol === 'https:' || parsed?.protocol === 'http:') return parsed
  throw new TypeError('url: expected the http or https address of the manifest.')
}
