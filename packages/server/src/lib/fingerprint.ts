import type * as NodeCrypto from 'node:crypto'

/** Node's own hash is several times as fast as Web Crypto for short texts, because it needs no other thread. Other runtimes may not have it. */
const nodeCrypto = globalThis.process?.getBuiltinModule?.('node:crypto') as typeof NodeCrypto | undefined

/** Returns the SHA-256 hash of a text in hexadecimal, so that a text that must stay secret need not be kept. */
export function fingerprint(text: string): string | Promise<string> {
  return nodeCrypto?.hash ? nodeCrypto.hash('sha256', text) : digest(text)
}

async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
