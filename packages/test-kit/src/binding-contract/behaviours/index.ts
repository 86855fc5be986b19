import type { ContractContext } from '../contract-page.js'
import { authorMistakes } from './author-mistakes.js'
import { heights } from './heights.js'
import { hiding } from './hiding.js'
import { messages } from './messages.js'
import { mounting } from './mounting.js'
import { retrying } from './retrying.js'
import { saving } from './saving.js'
import { selections } from './selections.js'
import { sending } from './sending.js'
import { serverRendering } from './server-rendering.js'
import { severalPlugins } from './several-plugins.js'
import { tokenRefresh } from './token-refresh.js'
import { translation } from './translation.js'
import { unmounting } from './unmounting.js'

/** All behaviours of the contract, in the order of the report. Each one registers its test cases. */
export const behaviours: readonly ((context: ContractContext) => void)[] = [
  mounting,
  messages,
  sending,
  hiding,
  unmounting,
  serverRendering,
  retrying,
  tokenRefresh,
  saving,
  heights,
  severalPlugins,
  translation,
  selections,
  authorMistakes,
]
