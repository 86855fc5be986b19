import { createHaiiloHost, observeHeight } from '@haiilo-kit/core'
import type { HaiiloError, HaiiloHost, ObserveHeightOptions } from '@haiilo-kit/core'
import { createSimulatedHost, type SimulatedHost } from '@haiilo-kit/simulator'
import { expect, vi, type TestContext } from 'vitest'

/** A plug-in's page in a frame of its own. */
export interface FrameScene {
  readonly home: SimulatedHost
  readonly host: HaiiloHost
  readonly frame: HTMLIFrameElement
  readonly page: Document
  readonly view: Window & typeof globalThis
  readonly warnings: readonly HaiiloError[]
  /** All heights that came over the wire, oldest first. */
  readonly heights: () => number[]
  readonly find: (selector: string) => HTMLElement
  readonly observe: (selector: string, options?: ObserveHeightOptions) => () => void
}

export interface FrameSceneOptions {
  readonly css?: string
  /** Frames that the host takes to apply a height. Default: 0. */
  readonly lag?: number
  /** Whether to wait for the handshake. Default: `true`. */
  readonly ready?: boolean
}

/** Loads a plug-in's page into a frame that gets the height that the page asks for, as in the real host. Browser only. */
export async function loadFrame(
  { onTestFinished }: Pick<TestContext, 'onTestFinished'>,
  html: string,
  { css = '', lag = 0, ready = true }: FrameSceneOptions = {},
): Promise<FrameScene> {
  const warnings: HaiiloError[] = []
  const frame = await openFrame(`<!doctype html><style>body { margin: 0 } ${css}</style>${html}`)
  const page = frame.contentDocument!
  const view = page.defaultView!
  const home = createSimulatedHost()
  const host = createHaiiloHost({ ...home.connect(), onWarning: (error) => warnings.push(error) })
  onTestFinished(() => {
    host.close()
    home.close()
    frame.remove()
  })
  const heights = (): number[] =>
    home.log
      .filter(({ subject, verdict }) => subject === 'setHeight' && verdict === 'accepted')
      .map(({ payload }) => (payload as { height: number }).height)
  const applyHeight = async (): Promise<void> => {
    const height = heights().at(-1)
    await frames(lag)
    if (height !== undefined) frame.style.height = `${height}px`
  }
  home.subscribe(() => void applyHeight())
  if (ready) await host.ready()
  const find = (selector: string): HTMLElement => page.querySelector<HTMLElement>(selector)!
  return {
    home,
    host,
    frame,
    page,
    view,
    warnings,
    heights,
    find,
    observe(selector, options) {
      const stop = observeHeight(host, find(selector), options)
      onTestFinished(stop)
      return stop
    },
  }
}

async function openFrame(html: string): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe')
  frame.style.cssText = 'border: 0; width: 320px; height: 150px'
  const url = URL.createObjectURL(new Blob([html], { type: 'text/html' }))
  frame.src = url
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve))
  document.body.append(frame)
  await loaded
  URL.revokeObjectURL(url)
  return frame
}

/** Resolves after so many frames were drawn. */
export async function frames(count: number): Promise<void> {
  for (let drawn = 0; drawn < count; drawn += 1) await new Promise(requestAnimationFrame)
}

/** Long enough for anything that is still on its way to have been sent: a few frames, each with its messages. */
export function settled(): Promise<void> {
  return frames(6)
}

/** Waits for the last height to be as expected. */
export async function heightIs({ heights }: FrameScene, expected: number): Promise<void> {
  await vi.waitFor(() => expect(heights().at(-1)).toBe(expected), { interval: 10, timeout: 2000 })
}
