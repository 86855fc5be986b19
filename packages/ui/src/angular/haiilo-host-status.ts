// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { Directive, ElementRef, inject, Input } from '@angular/core'

import type { HaiiloHostStatus as Element } from '../components/host-status/haiilo-host-status.js'
import '../components/host-status/haiilo-host-status.js'
import { numberOf, type Numeric } from './template-values.js'

/**
 * Shows the state of the host: a skeleton while connecting, the content once the host is verified, and after a failure what the person
 * can do about it. Screen readers announce each change. A page on localhost that is open outside of a host has a link to the sandbox.
 *
 * - content with `slot="connecting"`: Replaces the skeleton.
 */
@Directive({ selector: 'haiilo-host-status' })
export class HaiiloHostStatus {
  /** The element, for its methods. */
  readonly element: Element = inject<ElementRef<Element>>(ElementRef).nativeElement

  /** The connection: the result of `createHaiiloHost`. */
  @Input() set host(value: Element['host']) {
    this.element.host = value
  }

  /**
   * The base address of the pages about error codes. The code is appended to it. Without it, the code is shown without a link. The pages are
   * part of `@haiilo-kit/core`, in `docs/errors`.
   */
  @Input() set helpBase(value: Element['helpBase']) {
    this.element.helpBase = value
  }

  /** The number of lines of the skeleton. */
  @Input() set lines(value: Numeric<Element['lines']>) {
    this.element.lines = numberOf(value)
  }
}
