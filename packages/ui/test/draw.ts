import axe from 'axe-core'
import { expect, onTestFinished } from 'vitest'

/**
 * Adds markup to the page until the test ends, and waits until its components have rendered.
 *
 * @returns The first element of the markup.
 */
export async function draw<Drawn extends Element = HTMLElement>(markup: string): Promise<Drawn> {
  const place = document.createElement('main')
  place.innerHTML = markup
  document.body.append(place)
  onTestFinished(() => place.remove())
  await drawn(place)
  return place.firstElementChild as Drawn
}

/** Resolves when all components in a node and in its shadow roots have rendered their latest properties. */
export async function drawn(place: ParentNode): Promise<void> {
  for (const element of place.querySelectorAll('*')) {
    if ('updateComplete' in element) await element.updateComplete
    if (element.shadowRoot) await drawn(element.shadowRoot)
  }
}

/** Returns the first element in the shadow root of a component that matches. */
export function within<Tag extends keyof HTMLElementTagNameMap>(
  component: Element,
  tag: Tag,
): HTMLElementTagNameMap[Tag]
export function within(component: Element, selector: string): HTMLElement
export function within(component: Element, selector: string): HTMLElement {
  const found = component.shadowRoot?.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`${component.localName} contains no "${selector}".`)
  return found
}

/** Fails with the violations of WCAG 2.2 AA that axe finds in the page. */
export async function expectAccessible(): Promise<void> {
  const { violations } = await axe.run(document.body, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    // a test shows only a part of a page
    rules: { 'page-has-heading-one': { enabled: false }, region: { enabled: false } },
  })
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}
