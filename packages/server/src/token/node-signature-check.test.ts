import { afterEach, describe, expect, it, vi } from 'vitest'
import { nodeSignatureCheck } from './node-signature-check.js'

const algorithms = ['RS256', 'RS384', 'RS512']
const TEXT = 'eyJhbGciOiJSUzUxMiJ9.eyJzdWIiOiJpbml0In0'

async function createKey(algorithm: string): Promise<CryptoKeyPair> {
  const hash = `SHA-${algorithm.slice(2)}`
  const publicExponent = new Uint8Array([1, 0, 1])
  return crypto.subtle.generateKey({ name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent, hash }, true, [
    'sign',
    'verify',
  ])
}

async function sign(key: CryptoKey): Promise<Buffer> {
  return Buffer.from(await crypto.subtle.sign('RSASSA-PKCS1-v1_5', key, Buffer.from(TEXT)))
}

function withBit(bytes: Buffer, bit: number): Buffer {
  const changed = Buffer.from(bytes)
  changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
  return changed
}

afterEach(() => vi.resetModules())

describe.each(algorithms)('the signature check of Node with %s', (algorithm) => {
  it('answers the same as Web Crypto', async () => {
    const [own, other] = await Promise.all([createKey(algorithm), createKey(algorithm)])
    const signature = await sign(own.privateKey)
    const signatures = [
      signature,
      await sign(other.privateKey),
      Buffer.alloc(0),
      Buffer.alloc(256),
      signature.subarray(1),
      signature.subarray(0, 255),
      Buffer.concat([Buffer.alloc(1), signature]),
      Buffer.concat([signature, Buffer.alloc(1)]),
      ...Array.from({ length: 64 }, (_, index) => withBit(signature, index * 32 + (index % 32))),
    ]
    const answers = signatures.map((each) =>
      nodeSignatureCheck?.(`${TEXT}.${each.toString('base64url')}`, own.publicKey, algorithm),
    )
    const expected = signatures.map((each) =>
      crypto.subtle.verify('RSASSA-PKCS1-v1_5', own.publicKey, new Uint8Array(each), Buffer.from(TEXT)),
    )
    expect(answers).toEqual(await Promise.all(expected))
    expect(answers.filter(Boolean)).toHaveLength(1)
  })

  it('refuses a signature of another algorithm, and of another text', async () => {
    const { publicKey, privateKey } = await createKey(algorithm)
    const signature = (await sign(privateKey)).toString('base64url')
    for (const other of algorithms.filter((each) => each !== algorithm))
      expect(nodeSignatureCheck?.(`${TEXT}.${signature}`, publicKey, other)).toBe(false)
    expect(nodeSignatureCheck?.(`${TEXT}A.${signature}`, publicKey, algorithm)).toBe(false)
  })
})

it.each(['bun', 'deno'])('is left to Web Crypto in %s', async (name) => {
  vi.stubGlobal('process', { ...process, versions: { ...process.versions, [name]: '1.0.0' } })
  vi.resetModules()
  const module = await import('./node-signature-check.js')
  vi.unstubAllGlobals()
  expect(module.nodeSignatureCheck).toBeUndefined()
})
