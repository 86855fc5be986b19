import { buttons } from './buttons.js'
import { choosing } from './choosing.js'
import { dialogs } from './dialogs.js'
import { forms } from './forms.js'
import { names } from './names.js'
import { numbers } from './numbers.js'
import { pages } from './pages.js'
import { validity } from './validity.js'
import { values } from './values.js'
import { writing } from './writing.js'

/** All scenarios. */
export const scenarios = [
  ...writing,
  ...values,
  ...numbers,
  ...validity,
  ...forms,
  ...names,
  ...choosing,
  ...buttons,
  ...dialogs,
  ...pages,
]
