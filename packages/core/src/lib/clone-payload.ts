import { HaiiloError, excerpt } from '../errors.js'
import { isRecord } from '../token/decode-token.js'

/**
 * Copies a payload like `postMessage` does. A message that is sent later then has the values from the time of the call.
 *
 * @throws {TypeError} The payload is not an object, or has a reserved name.
 * @throws {HaiiloError} `ERR_PAYLOAD_NOT_CLONEABLE` Structured clone refuses a value. The message names its path.
 */
export function clonePayload(payload: unknown = {}): Record<string, unknown> {
  if (!isRecord(payload)) throw new TypeError('The payload must be an object.')
  for (const name of ['iss', 'sub', 'jti']) {
    if (name in payload) throw new TypeError(`The payload must not contain "${name}". The protocol reserves this name.`)
  }
  try {
    return structuredClone(payload)
  } catch (cause) {
    const path = findUncloneable(payload, 'payload', new Set()) ?? 'payload'
    throw new HaiiloError(
      'ERR_PAYLOAD_NOT_CLONEABLE',
      `${excerpt(path)} cannot be sent: it is a function, a proxy or another live object. Send plain data.`,
      // the engine's own error quotes the source of a function; any other error was thrown by a getter
      isRecord(cause) && cause['name'] === 'DataCloneError' ? {} : { cause },
    )
  }
}

/** The path of the first value that cannot be cloned although all of its members can. */
function findUncloneable(value: unknown, path: string, visited: Set<unknown>): string | undefined {
  try {
    if (!visited.has(value)) structuredClone(value)
    return undefined
  } catch {
    visited.add(value)
  }
  for (const [name, member] of membersOf(value)) {
    const found = findUncloneable(member, Array.isArray(value) ? `${path}[${name}]` : `${path}.${name}`, visited)
    if (found) return found
  }
  return path
}

function membersOf(value: unknown): [string, unknown][] {
  try {
    return Object.entries(value as object)
  } catch {
    // a getter threw: report the object that has it
    return []
  }
}
