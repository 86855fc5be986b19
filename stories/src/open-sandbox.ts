import type { SandboxSetup } from '@haiilo-kit/sandbox'
import { createMemoryBackend, mountSandbox, type MountedSandbox, type PageCheck } from '@haiilo-kit/sandbox/page'
import { keyServer } from 'virtual:haiilo-simulator'

import { isAnswering } from './example-servers.js'

export interface OpenSandboxOptions {
  readonly manifest: object
  /** URLs in the manifest are relative to it. */
  readonly manifestUrl: string
  readonly setup?: Partial<SandboxSetup> | undefined
}

/** A sandbox that is being opened. */
export interface OpenSandbox {
  readonly element: HTMLElement
  readonly mounted: Promise<MountedSandbox>
}

/** Shows a plug-in in the sandbox. */
export function openSandbox({ manifest, manifestUrl, setup }: OpenSandboxOptions): OpenSandbox {
  const element = document.createElement('div')
  element.style.blockSize = '100vb'
  const backend = createMemoryBackend({
    plugin: { manifest, manifestUrl, findings: [] },
    setup,
    keyServer,
    checkPage,
  })
  // the sandbox reads the size of the element, which it gets when the story is drawn
  const mounted = new Promise<void>((resolve) => requestAnimationFrame(() => resolve())).then(() =>
    mountSandbox(element, { backend, subjects: { reserveSeat } }),
  )
  return { element, mounted }
}

async function checkPage(url: string): Promise<PageCheck> {
  if (await isAnswering(url)) return { kind: 'ok', url, message: '' }
  const message = `No server answers at ${new URL(url).origin}. Run \`npm start\`, which starts the examples together with Storybook.`
  return { kind: 'unreachable', url, message }
}

/** Answers a request that only the example sends. */
function reserveSeat({ dish }: Readonly<Record<string, unknown>>): { table: number } {
  return { table: 1 + (String(dish).length % 12) }
}
