import type { CreateFormat } from './format.js'
import { createGithub } from './github.js'
import { createHuman } from './human.js'
import { createJson } from './json.js'
import { createSarif } from './sarif.js'

/** The name of an output format on the command line. */
export type FormatName = 'human' | 'json' | 'sarif' | 'github'

/** Every output format. */
export const formats: Readonly<Record<FormatName, CreateFormat>> = {
  human: createHuman,
  json: createJson,
  sarif: createSarif,
  github: createGithub,
}
