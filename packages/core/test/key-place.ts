/** The response to a request for a key document: JSON, or a function that creates the response. */
export type KeyDocument = object | Answer

type Answer = () => Response | Promise<Response>

/** A key server without a network. */
export interface KeyPlace {
  /** The option `fetch`. */
  readonly fetch: typeof fetch
  /** The documents by URL. A test can change them. Other URLs get a 404. */
  readonly documents: Map<string, KeyDocument>
  /** The requests, in order. */
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
