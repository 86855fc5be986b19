import { InvalidArgumentError, Option } from 'commander'
import type { CreateFormat } from './formats/format.js'
import { createGithubFormat } from './formats/github.js'
import { createHumanFormat } from './formats/human.js'
import { createJsonFormat } from './formats/json.js'
import { createSarifFormat } from './formats/sarif.js'

/** The output formats of the commands that report findings. */
export const formats: Readonly<Record<FormatName, CreateFormat>> = {
  human: createHumanFormat,
  json: createJsonFormat,
  sarif: createSarifFormat,
  github: createGithubFormat,
}

/** The name of an output format. */
export type FormatName = 'github' | 'human' | 'json' | 'sarif'

/** Creates the option `--format`. */
export function formatOption(): Option {
  return new Option('--format <name>', 'output format').choices(Object.keys(formats)).default('human')
}

/**
 * Parses the value of an option.
 *
 * @throws {InvalidArgumentError} It is not an http or https URL.
 */
export function parseHttpUrl(text: string): URL {
  const url = URL.parse(text)
  if (url?.protocol === 'https:' || url?.protocol === 'http:') return url
  throw new InvalidArgumentError('Expected an http or https URL.')
}

/**
 * Parses the value of an option, in seconds.
 *
 * @throws {InvalidArgumentError} It is not a number in the allowed range.
 */
export function parseSeconds(text: string): number {
  const seconds = Number(text)
  if (seconds > 0 && seconds <= 3600) return seconds
  throw new InvalidArgumentError('Expected a number of seconds, greater than 0 and at most 3600.')
}
