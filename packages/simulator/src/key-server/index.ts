export { createKeyServer, type KeyServer } from './create-key-server.js'
