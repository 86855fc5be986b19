// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { Directive, ElementRef, inject, Input } from '@angular/core'

import type { HaiiloHostStatus as Element } from '../components/host-status/haiilo-host-status.js'
import '../components/host-status/haiilo-host-status.js'
import { numberOf, type Numeric } from './template-values.js'

/**
 * Shows how it stands with the host: a skeleton while connecting, its content once the host is verified, and after a failure what the
 * person can do about it. Screen readers hear each change.
 *
 * - content with `slot="connecting"`: Takes the place of the skeleton.
 */
@Directive({ selector: 'haiilo-host-status' })
export class HaiiloHostStatus {
  /** The element, for its methods. */
  readonly element: Element = inject<ElementRef<Element>>(ElementRef).nativeElement

  /** The connection: what `createHaiiloHost` gave back. */
  @Input() set host(value: Element['host']) {
    this.element.host = value
  }

  /**
   * Where the pages of the codes are: the code is appended. Without it, the code stands there without a link. The pages come with
   * `@haiilo-kit/core`, in `docs/errors`.
   */
  @Input() set helpBase(value: Element['helpBase']) {
    this.element.helpBase = value
  }

  /** How many lines the skeleton has. */
  @Input() set lines(value: Numeric<Element['lines']>) {
    this.element.lines = numberOf(value)
  }
}
