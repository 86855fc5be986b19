import type { Framework } from './frameworks.js'

/** The server of the example in one framework. */
export interface ExampleServer {
  /** Has another origin than the stories. */
  readonly url: string
  readonly folder: string
  /** Starts only this server, in its folder. */
  readonly command: string
}

export const exampleServers: Readonly<Record<Framework, ExampleServer>> = {
  React: { url: urlOf(4102), folder: 'examples/react', command: 'npx vite' },
  Vue: { url: urlOf(4106), folder: 'examples/vue', command: 'npx vite' },
  Angular: { url: urlOf(4107), folder: 'examples/angular', command: 'npx ng serve' },
  Plain: { url: urlOf(4108), folder: 'examples/vanilla', command: 'npx vite' },
}

/** `npm start` moves all ports by the same number if one of them is taken. */
function urlOf(port: number): string {
  return `http://127.0.0.1:${port + Number(import.meta.env['STORYBOOK_PORT_SHIFT'] ?? 0)}/`
}

/** In milliseconds. The server is on the same machine. */
const TIMEOUT = 3_000

/** Whether a server answers, with any response. */
export async function isAnswering(url: string): Promise<boolean> {
  try {
    await fetch(url, { mode: 'no-cors', signal: AbortSignal.timeout(TIMEOUT) })
    return true
  } catch {
    return false
  }
}
