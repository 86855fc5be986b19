import type { Type } from '@angular/core'
import { TestBed, type ComponentFixture } from '@angular/core/testing'

import { userEvent } from 'vitest/browser'

import { drawn } from '../draw.js'
import './set-up-test-bed.js'

/** A component on the page after all its elements have rendered. */
export interface Shown<View> {
  readonly fixture: ComponentFixture<View>
  readonly view: View
  /** Returns the first element with a tag. */
  readonly find: <Tag extends keyof HTMLElementTagNameMap>(tag: Tag) => HTMLElementTagNameMap[Tag]
  /** Resolves when Angular and the elements have no pending renders. */
  readonly settled: () => Promise<void>
}

/** Adds a component to the page until the test ends. */
export async function show<View>(type: Type<View>): Promise<Shown<View>> {
  const fixture = TestBed.createComponent(type)
  const element = fixture.nativeElement as HTMLElement

  function find<Tag extends keyof HTMLElementTagNameMap>(tag: Tag): HTMLElementTagNameMap[Tag] {
    const found = element.querySelector(tag)
    if (!found) throw new Error(`There is no <${tag}>.`)
    return found
  }

  async function settled(): Promise<void> {
    await fixture.whenStable()
    await drawn(element)
    // events and validity of the rendered elements can change the view
    await fixture.whenStable()
    await drawn(element)
  }

  await settled()
  return { fixture, view: fixture.componentInstance, find, settled }
}

/** Types a text into the text field of a view. */
export async function write({ find, settled }: Shown<unknown>, text: string): Promise<void> {
  find('haiilo-text-field').focus()
  await userEvent.keyboard('{Control>}a{/Control}{Backspace}')
  if (text) await userEvent.keyboard(text)
  await settled()
}
