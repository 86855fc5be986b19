/** A request that waits until the test responds. */
export interface ScriptedRequest {
  readonly url: string
  readonly signal: AbortSignal | undefined
  readonly respond: (response: Response) => void
  readonly fail: (error: unknown) => void
}

/** A `fetch` whose requests settle only when the test responds. An abort signal has no effect. */
export interface ScriptedFetch {
  readonly fetch: typeof fetch
  /** Resolves with the oldest request that `next` has not returned yet. Waits if there is none. */
  readonly next: () => Promise<ScriptedRequest>
}

/** Creates a `fetch` that waits for the test. */
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
        const resolve = waiting.shift()
        if (resolve) resolve(request)
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
