import { BackendError } from '../errors.js'

/** Encrypts what the store keeps of the API: client secret, access token and refresh token. */
export interface SecretBox {
  /**
   * Encrypts a secret.
   *
   * @param purpose What the secret belongs to. It can only be decrypted with the same one.
   */
  readonly seal: (secret: string, purpose: string) => Promise<string>
  /** @throws {BackendError} `ERR_SECRET_UNREADABLE` The key is missing, or the text was changed or belongs to something else. */
  readonly open: (sealed: string, purpose: string) => Promise<string>
}

const ALGORITHM = 'AES-GCM'
const KEY_BYTES = 32
const KEY_ID = /^[\w-]{1,32}$/
/** The recommended length for AES-GCM (NIST SP 800-38D §5.2.1.1). */
const IV_BYTES = 12
const VERSION = 'v1'

/**
 * Creates a box with one or more keys: `id:key` with 32 random bytes in base64, separated by commas. The first key encrypts, all of them
 * decrypt. To rotate, add a new key in front, and remove the old one when no record uses it. With several servers, add it at the end on all
 * of them first.
 *
 * @param keys From the environment or a secret store. Never from a file in the repository.
 * @throws {TypeError} The text is missing or has another format. The error does not contain it.
 * @example
 * ```ts
 * const secrets = secretBox(process.env['HAIILO_SECRET_KEYS'])
 * ```
 */
export function secretBox(keys: string | undefined): SecretBox {
  const known = parseKeys(keys)
  const imported = new Map<string, Promise<CryptoKey>>()

  async function importedKey(id: string): Promise<CryptoKey> {
    const bytes = known.get(id)
    if (!bytes) throw KEY_ID.test(id) ? keyMissing(id) : unreadable()
    const key = imported.get(id) ?? crypto.subtle.importKey('raw', bytes, ALGORITHM, false, ['encrypt', 'decrypt'])
    imported.set(id, key)
    return key
  }

  return {
    async seal(secret, purpose) {
      const [id = ''] = known.keys()
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
      const parameters = { name: ALGORITHM, iv, additionalData: additionalData(id, purpose) }
      const bytes = await crypto.subtle.encrypt(parameters, await importedKey(id), new TextEncoder().encode(secret))
      return [VERSION, id, toBase64(iv), toBase64(new Uint8Array(bytes))].join('.')
    },
    async open(sealed, purpose) {
      const [version, id = '', iv = '', text = '', ...rest] = sealed.split('.')
      if (version !== VERSION || rest.length > 0) throw unreadable()
      const key = await importedKey(id)
      try {
        const parameters = { name: ALGORITHM, iv: fromBase64(iv), additionalData: additionalData(id, purpose) }
        return new TextDecoder().decode(await crypto.subtle.decrypt(parameters, key, fromBase64(text)))
      } catch {
        throw unreadable()
      }
    },
  }
}

function parseKeys(text: string | undefined): ReadonlyMap<string, Uint8Array<ArrayBuffer>> {
  const keys = new Map<string, Uint8Array<ArrayBuffer>>()
  for (const part of (text ?? '').split(',')) {
    const [, id = '', key = ''] = /^\s*([\w-]{1,32}):([\w+/-]{43}=?)\s*$/.exec(part) ?? []
    const bytes = key && fromBase64(key)
    if (!bytes || bytes.length !== KEY_BYTES || keys.has(id)) {
      throw new TypeError(
        'secretBox: expected one or more "id:key" separated by commas, each key with 32 random bytes in base64. Create one with: openssl rand -base64 32',
      )
    }
    keys.set(id, bytes)
  }
  return keys
}

/** Binds a sealed text to its key and purpose, so that a record cannot be moved to another tenant. */
function additionalData(id: string, purpose: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify([VERSION, id, purpose]))
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0))
}

function keyMissing(id: string): BackendError {
  return new BackendError(
    'ERR_SECRET_UNREADABLE',
    `A stored secret was encrypted with the key "${id}". Add it to the end of the keys of \`secrets\`.`,
  )
}

function unreadable(): BackendError {
  return new BackendError(
    'ERR_SECRET_UNREADABLE',
    'A stored secret was changed, belongs to another installation, or was encrypted with another key of the same id.',
  )
}
