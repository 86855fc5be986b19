/** What answers a request for a key document: JSON, or a function that makes the answer. */
export type KeyDocument = object | Answer

type Answer = () => Response | Promise<Response>

/** A place of key documents without a network. */
export interface KeyPlace {
  /** To be handed in as the option `fetch`. */
  readonly fetch: typeof fetch
  /** The documents by URL; change it as the test goes on. Anything else answers 404. */
  readonly documents: Map<string, KeyDocument>
  /** What was asked for, in order. */
  readonly requests: { readonly url: string; readonly init: RequestInit | undefined }[]
}

export function createKeyPlace(documents: Readonly<Record<string, KeyDocument>> = {}): KeyPlace {
  const place: KeyPlace = {
    documents: new Map(Object.entries(documents)),
    requests: [],
    async fetch(input, init) {
      const url = input instanceof Request ? input.url : String(input)
      place.requests.push({ url, init })
      const document = place.documents.get(url)
      if (!document) return new Response('not found', { status: 404 })
      return isAnswer(document) ? document() : Response.json(document)
    },
  }
  return place
}

function isAnswer(document: KeyDocument): document is Answer {
  return typeof document === 'function'
}
