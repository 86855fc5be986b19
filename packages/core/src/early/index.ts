export { earlyHandshake } from './early-handshake.js'
