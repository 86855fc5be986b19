export { defaultSetup, nextInstanceId, signedInUser, allUsers } from './default-setup.js'
export { LIMITS } from './limits.js'
export { parseSetup, type ParsedSetup } from './parse-setup.js'
export { readSetupFragment, setupFragment } from './setup-link.js'
