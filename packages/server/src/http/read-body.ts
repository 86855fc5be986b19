import { BackendError } from '../errors.js'

export interface BodyLimits {
  /** In bytes. */
  readonly maxBytes: number
  /** How long the whole body may take, in milliseconds. */
  readonly timeout: number
}

const utf8 = { fatal: true, ignoreBOM: false }

/**
 * Reads a body as text, and stops as soon as it is too long or too slow.
 *
 * @throws {BackendError} `ERR_BODY_ENCODED`, `ERR_BODY_TOO_LARGE`, `ERR_BODY_TIMEOUT`, `ERR_BODY_MALFORMED`, `ERR_BODY_CONSUMED`
 */
export async function readBody(
  { body, headers }: Pick<Request, 'body' | 'headers'>,
  { maxBytes, timeout }: BodyLimits,
): Promise<string> {
  // a few compressed bytes can become gigabytes
  if (!/^(?:identity)?$/i.test(headers.get('content-encoding')?.trim() ?? '')) {
    throw new BackendError('ERR_BODY_ENCODED', 'The body is compressed. Send it without Content-Encoding.')
  }
  if (Number(headers.get('content-length')) > maxBytes) throw tooLarge(maxBytes)
  if (!body) return ''
  const reader: ReadableStreamDefaultReader<Uint8Array> = body.getReader()
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooSlow = new Promise<never>((_, reject) => {
    const late = (): void =>
      reject(new BackendError('ERR_BODY_TIMEOUT', `The body was not complete within ${timeout} ms.`))
    timer = setTimeout(late, timeout)
  })
  try {
    return await Promise.race([readText(reader, maxBytes), tooSlow])
  } catch (error) {
    // without waiting: a stream that hangs may also hang when it is cancelled
    reader.cancel().catch(() => undefined)
    throw error
  } finally {
    clearTimeout(timer)
  }
}

async function readText(reader: ReadableStreamDefaultReader<Uint8Array>, maxBytes: number): Promise<string> {
  const decoder = new TextDecoder('utf-8', utf8)
  let text = ''
  let size = 0
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.byteLength
      if (size > maxBytes) throw tooLarge(maxBytes)
      text += decoder.decode(part.value, { stream: true })
    }
    return text + decoder.decode()
  } catch (error) {
    if (error instanceof BackendError) throw error
    // the client has ended the connection, or the bytes are not UTF-8
    throw new BackendError('ERR_BODY_MALFORMED', 'The body ended early or is not UTF-8.')
  }
}

function tooLarge(maxBytes: number): BackendError {
  return new BackendError('ERR_BODY_TOO_LARGE', `The body is larger than ${maxBytes} bytes.`)
}
