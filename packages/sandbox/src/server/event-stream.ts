import type { ServerResponse } from 'node:http'

/** Sends server-sent events to all open pages. */
export interface EventStream {
  /** Starts a stream with this event as its first. */
  readonly add: (response: ServerResponse, event: string, data: unknown) => void
  readonly send: (event: string, data: unknown) => void
  readonly close: () => void
}

/** Milliseconds between two comments that keep the connection open. */
const KEEP_ALIVE = 15_000

/** Milliseconds before a page reconnects. */
const RETRY = 1000

export function createEventStream(): EventStream {
  const open = new Set<ServerResponse>()
  const timer = setInterval(() => {
    for (const response of open) response.write(':\n\n')
  }, KEEP_ALIVE)
  // the timer must not keep the process alive
  timer.unref()

  return {
    add(response, event, data) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      response.write(`retry: ${RETRY}\n\n${format(event, data)}`)
      open.add(response)
      response.on('close', () => open.delete(response))
    },
    send(event, data) {
      for (const response of open) response.write(format(event, data))
    },
    close() {
      clearInterval(timer)
      for (const response of open) response.end()
    },
  }
}

function format(event: string, data: unknown): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
}
