import type { IncomingMessage, ServerResponse } from 'node:http'

/** In bytes: a set-up with 50 configured instances has about 30 kB. */
const MAX_BODY = 512 * 1024

/** Makes the server respond with this status and message. */
export class HttpError extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.name = 'HttpError'
    this.status = status
  }
}

/**
 * Reads the body of a request as a JSON object.
 *
 * @throws {HttpError} 415: another content type, which a form on a page of another origin could send. 413: more than 512 kB. 400: not a JSON object.
 */
export async function readJson(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
    throw new HttpError(415, 'Expected the content type application/json.')
  const value = parseObject(await readText(request))
  if (!value) throw new HttpError(400, 'Expected a JSON object.')
  return value
}

/**
 * Reads the body of a request.
 *
 * @throws {HttpError} 413: more than 512 kB.
 */
export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  // reads to the end, so that the connection stays usable
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= MAX_BODY) chunks.push(chunk)
  }
  if (size > MAX_BODY) throw new HttpError(413, `Expected at most ${MAX_BODY} bytes.`)
  return Buffer.concat(chunks).toString('utf8')
}

/** Parses a JSON object. Returns `undefined` for all other texts. */
export function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
  } catch {
    return undefined
  }
}

/** Sends JSON that caches do not keep. By default, pages of other origins cannot read it. */
export function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  readers: 'same-origin' | 'cross-origin' = 'same-origin',
): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': readers,
    ...(readers === 'cross-origin' && { 'access-control-allow-origin': '*' }),
  })
  response.end(JSON.stringify(value))
}
