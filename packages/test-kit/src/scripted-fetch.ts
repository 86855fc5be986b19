/** A request that waits for what the test answers. */
export interface ScriptedRequest {
  readonly url: string
  readonly signal: AbortSignal | undefined
  readonly respond: (response: Response) => void
  readonly fail: (error: unknown) => void
}

/** A server that answers when a test says so, and not even an abort makes it give up by itself. */
export interface ScriptedFetch {
  readonly fetch: typeof fetch
  /** Resolves with the oldest request that was not given out yet, past or future. */
  readonly next: () => Promise<ScriptedRequest>
}

/** Makes a `fetch` that waits for the test. */
export function scriptFetch(): ScriptedFetch {
  const requests: ScriptedRequest[] = []
  const waiting: ((request: ScriptedRequest) => void)[] = []
  return {
    fetch: (url, init) =>
      new Promise((respond, fail) => {
        const request = {
          url: url instanceof Request ? url.url : url.toString(),
          signal: init?.signal ?? undefined,
          respond,
          fail,
        }
        const taker = waiting.shift()
        if (taker) taker(request)
        else requests.push(request)
      }),
    next: () =>
      new Promise((resolve) => {
        const request = requests.shift()
        if (request) resolve(request)
        else waiting.push(resolve)
      }),
  }
}
