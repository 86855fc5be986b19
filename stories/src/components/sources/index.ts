import type { Example } from '../example.js'
import { angularSource } from './angular.js'
import { htmlSource } from './html.js'
import { reactSource } from './react.js'
import { vueSource } from './vue.js'

/** A source of an example for one framework. */
export interface Source {
  readonly framework: 'HTML' | 'React' | 'Vue' | 'Angular'
  readonly language: 'html' | 'tsx' | 'vue' | 'typescript'
  readonly code: string
}

/** The sources of an example, one for each framework. All show the same thing. */
export function sourcesOf(example: Example): Source[] {
  return [
    { framework: 'HTML', language: 'html', code: htmlSource(example) },
    { framework: 'React', language: 'tsx', code: reactSource(example) },
    { framework: 'Vue', language: 'vue', code: vueSource(example) },
    { framework: 'Angular', language: 'typescript', code: angularSource(example) },
  ]
}
