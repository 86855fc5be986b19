import type { SignatureCheck } from '@haiilo-kit/core/server'
import type * as NodeCrypto from 'node:crypto'

/**
 * Verifies a signature in the thread of the server. Web Crypto uses another thread, and handing the work over takes longer than the work.
 * `undefined` in other runtimes than Node.
 */
export const nodeSignatureCheck: SignatureCheck | undefined = createCheck(globalThis.process)

function createCheck(process: NodeJS.Process | undefined): SignatureCheck | undefined {
  // others have these functions, too, but not with all kinds of keys
  if (!process?.versions.node || process.versions['bun'] || process.versions['deno']) return undefined
  const { KeyObject, verify } = process.getBuiltinModule('node:crypto')
  const converted = new WeakMap<CryptoKey, NodeCrypto.KeyObject>()

  function convert(key: CryptoKey): NodeCrypto.KeyObject {
    const known = converted.get(key) ?? KeyObject.from(key)
    converted.set(key, known)
    return known
  }

  return (token, key, algorithm) => {
    const end = token.lastIndexOf('.')
    // with the padding of PKCS #1 v1.5, which is that of all RS algorithms; to name it takes half as long as the signature
    return verify(
      `sha${algorithm.slice(2)}`,
      Buffer.from(token.slice(0, end)),
      convert(key),
      Buffer.from(token.slice(end + 1), 'base64url'),
    )
  }
}
