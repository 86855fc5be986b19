import { HaiiloError, excerpt } from '../errors.js'
import { isRecord } from '../token/decode-token.js'

/**
 * A copy of a payload as `postMessage` would make it, so that what is sent later is what was handed in.
 *
 * @throws {TypeError} It is no record, or a name in it is a claim of the protocol.
 * @throws {HaiiloError} `ERR_PAYLOAD_NOT_CLONEABLE` structured clone refuses a value; the message names its path.
 */
export function clonePayload(payload: unknown = {}): Record<string, unknown> {
  if (!isRecord(payload)) throw new TypeError('The payload must be an object.')
  for (const name of ['iss', 'sub', 'jti']) {
    if (name in payload)
      throw new TypeError(`The payload must not contain "${name}": the protocol itself uses that name.`)
  }
  try {
    return structuredClone(payload)
  } catch (cause) {
    const path = findRefused(payload, 'payload', new Set()) ?? 'payload'
    throw new HaiiloError(
      'ERR_PAYLOAD_NOT_CLONEABLE',
      `${excerpt(path)} cannot be sent: it is a function, a proxy or another live object. Send plain data.`,
      // the engine's own error quotes the source of a function; any other one is of a getter that threw
      isRecord(cause) && cause['name'] === 'DataCloneError' ? {} : { cause },
    )
  }
}

/** The path of the first value that is refused for its own sake: none of its members is. */
function findRefused(value: unknown, path: string, visited: Set<unknown>): string | undefined {
  if (visited.has(value) || isCloneable(value)) return undefined
  visited.add(value)
  for (const [name, member] of membersOf(value)) {
    const found = findRefused(member, Array.isArray(value) ? `${path}[${name}]` : `${path}.${name}`, visited)
    if (found) return found
  }
  return path
}

function membersOf(value: unknown): [string, unknown][] {
  try {
    return isRecord(value) || Array.isArray(value) ? Object.entries(value) : []
  } catch {
    // a getter that throws: that value is the one that cannot be sent
    return []
  }
}

function isCloneable(value: unknown): boolean {
  try {
    structuredClone(value)
    return true
  } catch {
    return false
  }
}
