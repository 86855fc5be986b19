import { excerpt } from '@haiilo-kit/core/token'
import { describeStatus } from '../sources/status.js'
import type { CheckContext, Findings } from './check-context.js'
import { mediaType } from './check-response.js'
import { createFinding } from './deployment-finding.js'

/** Requests the thumbnail, and checks that it is an image. */
export async function checkThumbnail(url: URL, { requests }: CheckContext): Promise<Findings> {
  const outcome = await requests.send(url, { headers: { accept: 'image/*', 'sec-fetch-dest': 'image' } })
  if (outcome.kind === 'skipped') return []
  if (outcome.kind === 'failed') return [unavailable(url, outcome.reason)]
  const { response } = outcome
  if (!response.ok) return [unavailable(url, describeStatus(response.status))]
  const type = mediaType(response)
  if (type.startsWith('image/')) return []
  const sent = type === '' ? 'without a content type' : `with the content type ${excerpt(type)}`
  return [unavailable(url, `It is sent ${sent}, which is not an image.`)]
}

function unavailable(url: URL, reason: string): Findings[number] {
  return createFinding(
    'thumbnail-unavailable',
    url,
    `The thumbnail cannot be shown. ${reason}`,
    'Deploy the image, or correct `thumbnail` in the manifest.',
  )
}
