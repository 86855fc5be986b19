import type { CommandContext } from '../context.js'
import { createClient, failureOf, followRedirects, parseUrl } from './client.js'
import { readStream } from './read-bytes.js'
import { SourceError } from './source-error.js'
import { describeStatus } from './status.js'

/** The body of a response. */
export interface FetchedManifest {
  readonly bytes: Uint8Array
  /** The URL after all redirects. */
  readonly url: URL
}

/**
 * Fetches a manifest under the rules of {@link createClient}.
 *
 * @throws {SourceError} It cannot be fetched.
 */
export async function readUrl(
  argument: string,
  context: Pick<CommandContext, 'fetch' | 'lookup' | 'timeout'>,
): Promise<FetchedManifest> {
  const firstUrl = parseUrl(argument)
  const client = createClient(firstUrl, context)
  const signal = AbortSignal.timeout(context.timeout)
  try {
    const { response, url } = await followRedirects(firstUrl, (each) =>
      client.request(each, { signal, headers: { accept: 'application/json' } }),
    )
    return { bytes: await readBody(response), url }
  } catch (error) {
    throw failureOf(error, signal.aborted, context.timeout)
  }
}

async function readBody(response: Response): Promise<Uint8Array> {
  if (response.ok) return response.body ? readStream(response.body) : new Uint8Array()
  await response.body?.cancel()
  throw new SourceError(describeStatus(response.status))
}
