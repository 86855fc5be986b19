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
  /** The http or https address of the published manifest. Addresses in the manifest are resolved against it. */
  readonly url?: string | URL | undefined
}

/** The findings, and the manifest if no finding is an error. */
export type ParsedManifest =
  | { readonly manifest: Manifest; readonly findings: readonly Finding[] }
  | { readonly manifest?: undefined; readonly findings: readonly Finding[] }

/**
 * Parses and checks a manifest. Never throws because of the source, runs no code from it, and takes linear time.
 *
 * @param source The text of the manifest, the bytes of its file, or a value. A value is checked as the JSON text that it is published as.
 * @returns The findings in the order of the text, and `manifest` if no finding is an error.
 * @throws {TypeError} The option `url` is not an http or https address.
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
  const isValid = validate(value)
  if (!isValid) reportSchemaErrors(validate.errors ?? [], value, findings.add)
  if (isObject(value)) checkRules(viewManifest(value, base), findings.add)
  return isValid && !findings.hasError() ? { manifest: value, findings: findings.all() } : { findings: findings.all() }
}

function readUrl(url: string | URL): URL {
  const parsed = URL.parse(String(url))
  if (parsed?.protocol === 'https:' || parsed?.protocol === 'http:') return parsed
  throw new TypeError('url: expected the http or https address of the manifest.')
}
