import { webcrypto } from 'node:crypto'
import 'element-internals-polyfill'

// jsdom has no crypto.subtle, which verifies the tokens
Object.defineProperty(globalThis, 'crypto', { value: webcrypto })
