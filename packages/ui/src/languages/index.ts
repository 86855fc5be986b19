export { addLanguage, type Text, type Texts } from './languages.js'
export type { TextKey } from './text-key.js'
