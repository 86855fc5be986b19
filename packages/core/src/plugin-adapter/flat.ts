export type { AdapterOptions } from './adapter-connection.js'
export type { FlatClaims } from './adapter-claims.js'
export { JwkStore, type Jwk } from './jwk-store.js'
export { FlatPluginAdapter as PluginAdapter } from './flat-plugin-adapter.js'
