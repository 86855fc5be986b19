/** The response to a request for a key document: JSON, or a function that creates the response. */
export type KeyDocument = object | Answer

type Answer = () => Response | Promise<Response>

/** A key server without a network: a `fetch` that serves documents. */
export interface StubKeyServer {
  /** The option `fetch`. */
  readonly fetch: typeof fetch
  /** The documents by URL. A test can change them. Other URLs get a 404. */
  readonly documents: Map<string, KeyDocument>
  /** The requests, in order. */
  readonly requests: { readonly url: string; readonly init: RequestInit | undefined }[]
}

export function createStubKeyServer(documents: Readonly<Record<string, KeyDocument>> = {}): StubKeyServer {
  const server: StubKeyServer = {
    documents: new Map(Object.entries(documents)),
    requests: [],
    async fetch(input, init) {
      const url = input instanceof Request ? input.url : String(input)
      server.requests.push({ url, init })
      const document = server.documents.get(url)
      if (!document) return new Response('not found', { status: 404 })
      return isAnswer(document) ? document() : Response.json(document)
    },
  }
  return server
}

function isAnswer(document: KeyDocument): document is Answer {
  return typeof document === 'function'
}
