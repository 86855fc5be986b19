import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot, hydrateRoot, type Root } from 'react-dom/client'
import { expect, onTestFinished, vi } from 'vitest'
import { userEvent } from 'vitest/browser'

import { draw, drawn, within } from './draw.js'

/** What React renders in the page of a test. It is unmounted when the test ends. */
export interface ReactPage {
  /** The element that contains what React renders. */
  readonly place: HTMLElement
  /** Renders a node, and waits until its components have rendered. */
  readonly draw: (node: ReactNode) => Promise<void>
  readonly unmount: () => void
}

/** Renders a node with React in a new element of the page. Errors and warnings of React fail the test. */
export async function drawReact(node: ReactNode): Promise<ReactPage> {
  expectNoConsoleOutput()
  const place = await draw('<div></div>')
  const page = pageOf(place, createRoot(place))
  await page.draw(node)
  return page
}

/** Hydrates the markup of a server after its components have rendered. Fails the test if React replaces an element, or writes an error or a warning. */
export async function hydrateReact(html: string, node: ReactNode): Promise<ReactPage> {
  expectNoConsoleOutput()
  const place = await draw(`<div>${html}</div>`)
  const served = [...place.querySelectorAll('*')]
  const onRecoverableError = vi.fn()
  onTestFinished(() => expect(onRecoverableError.mock.calls).toEqual([]))
  const page = pageOf(place, hydrateRoot(place, node, { onRecoverableError }))
  // renders the same node again, which completes the hydration synchronously
  await page.draw(node)
  expect([...place.querySelectorAll('*')].map((element, index) => element === served[index])).not.toContain(false)
  return page
}

function expectNoConsoleOutput(): void {
  const spies = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')]
  onTestFinished(() => {
    const calls = spies.flatMap((spy) => spy.mock.calls)
    for (const spy of spies) spy.mockRestore()
    expect(calls).toEqual([])
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

/** Returns the only element with this tag in the page. Fails the test if there is none, or more than one. */
export function one<Tag extends keyof HTMLElementTagNameMap>(tag: Tag): HTMLElementTagNameMap[Tag] {
  const found = document.querySelectorAll(tag)
  expect(found.length).toBe(1)
  return found[0] as HTMLElementTagNameMap[Tag]
}

/** Returns the text that the only text field shows. */
export function shown(): string {
  return (within(one('haiilo-text-field'), '.control') as HTMLInputElement).value
}

/** Types into the only text field. */
export async function type(keys: string): Promise<void> {
  one('haiilo-text-field').focus()
  await userEvent.keyboard(keys)
  await drawn(document)
}
