import axe from 'axe-core'
import { expect, onTestFinished } from 'vitest'

/**
 * Puts markup on the page until the test is over, with all its components drawn.
 *
 * @returns The first element of it.
 */
export async function draw<Drawn extends Element = HTMLElement>(markup: string): Promise<Drawn> {
  const place = document.createElement('main')
  place.innerHTML = markup
  document.body.append(place)
  onTestFinished(() => place.remove())
  await drawn(place)
  return place.firstElementChild as Drawn
}

/** Resolves when all components in a place, in their shadow roots too, are drawn with what was set last. */
export async function drawn(place: ParentNode): Promise<void> {
  for (const element of place.querySelectorAll('*')) {
    if ('updateComplete' in element) await element.updateComplete
    if (element.shadowRoot) await drawn(element.shadowRoot)
  }
}

/** The first element in a component that matches. */
export function within<Tag extends keyof HTMLElementTagNameMap>(
  component: Element,
  tag: Tag,
): HTMLElementTagNameMap[Tag]
export function within(component: Element, selector: string): HTMLElement
export function within(component: Element, selector: string): HTMLElement {
  const found = component.shadowRoot?.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`There is no "${selector}" in ${component.localName}.`)
  return found
}

/** Fails with what axe finds by WCAG 2.2 AA in the page. */
export async function expectAccessible(): Promise<void> {
  const { violations } = await axe.run(document.body, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    // a test shows a part of a page
    rules: { 'page-has-heading-one': { enabled: false }, region: { enabled: false } },
  })
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}
