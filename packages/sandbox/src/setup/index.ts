export { defaultSetup, freeInstanceId, signedInUser, usersOf } from './default-setup.js'
export { LIMITS } from './limits.js'
export { parseSetup } from './parse-setup.js'
export { readSetupFragment, setupFragment } from './setup-link.js'
