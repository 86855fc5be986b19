export { earlyHandshakeHash } from './early-handshake-hash.js'
export { earlyHandshake } from './early-handshake.js'
