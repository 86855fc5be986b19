import type { Type } from '@angular/core'
import { TestBed, type ComponentFixture } from '@angular/core/testing'

import { drawn } from '../draw.js'
import './set-up-test-bed.js'

/** A component on the page, with all elements in it drawn. */
export interface Shown<View> {
  readonly fixture: ComponentFixture<View>
  readonly view: View
  /** The first element with a tag. */
  readonly find: <Tag extends keyof HTMLElementTagNameMap>(tag: Tag) => HTMLElementTagNameMap[Tag]
  /** Resolves when Angular and the elements rest. */
  readonly settled: () => Promise<void>
}

/** Puts a component on the page until the test is over. */
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
    // what the elements tell once they are drawn may change the view
    await fixture.whenStable()
    await drawn(element)
  }

  await settled()
  return { fixture, view: fixture.componentInstance, find, settled }
}
