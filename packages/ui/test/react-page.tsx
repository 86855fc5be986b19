import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot, hydrateRoot, type Root } from 'react-dom/client'
import { expect, onTestFinished, vi } from 'vitest'
import { userEvent } from 'vitest/browser'

import { draw, drawn, within } from './draw.js'

/** A place in the page that React draws, until the test is over. */
export interface ReactPage {
  readonly place: HTMLElement
  /** Draws, and waits until the components are drawn, too. */
  readonly draw: (node: ReactNode) => Promise<void>
  readonly unmount: () => void
}

/** Draws with React. What React complains of fails the test. */
export async function drawReact(node: ReactNode): Promise<ReactPage> {
  expectNoComplaint()
  const place = await draw('<div></div>')
  const page = pageOf(place, createRoot(place))
  await page.draw(node)
  return page
}

/** Lets React take over what a server has rendered, once the components in it are drawn: the very elements. */
export async function hydrateReact(html: string, node: ReactNode): Promise<ReactPage> {
  expectNoComplaint()
  const place = await draw(`<div>${html}</div>`)
  const served = [...place.querySelectorAll('*')]
  const onRecoverableError = vi.fn()
  onTestFinished(() => expect(onRecoverableError.mock.calls).toEqual([]))
  const page = pageOf(place, hydrateRoot(place, node, { onRecoverableError }))
  // the same node again: what is to be taken over is now
  await page.draw(node)
  expect([...place.querySelectorAll('*')].map((element, index) => element === served[index])).not.toContain(false)
  return page
}

function expectNoComplaint(): void {
  const complaints = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')]
  onTestFinished(() => {
    const said = complaints.flatMap((spy) => spy.mock.calls)
    for (const spy of complaints) spy.mockRestore()
    expect(said).toEqual([])
  })
}

function pageOf(place: HTMLElement, root: Root): ReactPage {
  const unmount = (): void => flushSync(() => root.unmount())
  onTestFinished(unmount)
  return {
    place,
    unmount,
    async draw(node) {
      flushSync(() => root.render(node))
      await drawn(place)
    },
  }
}

/** The only element of a kind in the page. */
export function one<Tag extends keyof HTMLElementTagNameMap>(tag: Tag): HTMLElementTagNameMap[Tag] {
  const found = document.querySelectorAll(tag)
  expect(found.length).toBe(1)
  return found[0] as HTMLElementTagNameMap[Tag]
}

/** What the person sees in the only text field. */
export function shown(): string {
  return (within(one('haiilo-text-field'), '.control') as HTMLInputElement).value
}

/** Presses keys in the only text field. */
export async function type(keys: string): Promise<void> {
  one('haiilo-text-field').focus()
  await userEvent.keyboard(keys)
  await drawn(document)
}
