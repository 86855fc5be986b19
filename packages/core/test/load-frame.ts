import { createHaiiloHost, observeHeight } from '@haiilo-kit/core'
import type { HaiiloError, HaiiloHost, ObserveHeightOptions } from '@haiilo-kit/core'
import { createSimulatedHost, type SimulatedHost } from '@haiilo-kit/simulator'
import { expect, vi, type TestContext } from 'vitest'

/** A plug-in's page in a frame. */
export interface FrameScene {
  readonly home: SimulatedHost
  readonly host: HaiiloHost
  readonly frame: HTMLIFrameElement
  readonly page: Document
  readonly view: Window & typeof globalThis
  readonly warnings: readonly HaiiloError[]
  /** All heights that the host got, oldest first. */
  readonly heights: () => number[]
  readonly find: (selector: string) => HTMLElement
  readonly observe: (selector: string, options?: ObserveHeightOptions) => () => void
}

export interface FrameSceneOptions {
  readonly css?: string
  /** After how many animation frames the host applies a height. Default: 0. */
  readonly lag?: number
  /** Whether to wait for the handshake. Default: `true`. */
  readonly ready?: boolean
}

/** Loads a plug-in's page into a frame whose height follows the messages of the page, like in a real host. Browser only. */
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

/** Resolves after this number of animation frames. */
export async function frames(count: number): Promise<void> {
  for (let drawn = 0; drawn < count; drawn += 1) await new Promise(requestAnimationFrame)
}

/** Waits a few animation frames, so that every pending message has been sent. */
export function settled(): Promise<void> {
  return frames(6)
}

/** Waits until the last height is the expected one. */
export async function heightIs({ heights }: FrameScene, expected: number): Promise<void> {
  await vi.waitFor(() => expect(heights().at(-1)).toBe(expected), { interval: 10, timeout: 2000 })
}
