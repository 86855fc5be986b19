import { observeHeight } from '@haiilo-kit/core'
import type { ObserveHeightOptions } from '@haiilo-kit/core'
import { afterRenderEffect, Directive, ElementRef, inject, input } from '@angular/core'
import { injectHaiiloHost } from './inject-haiilo-host.js'

/**
 * Fits the height of the frame to this element. If several elements have the directive, the lowest bottom edge determines the height.
 *
 * @throws {TypeError} The directive is on `<html>`, or not on an element, for example on `<ng-container>`. The `ErrorHandler` gets the error.
 * @throws {HaiiloError} `ERR_PROVIDER_MISSING`
 * @example
 * ```html
 * <main haiiloHeight>…</main>
 * <main [haiiloHeight]="{ min: 200 }">…</main>
 * ```
 */
@Directive({ selector: '[haiiloHeight]' })
export class HaiiloHeight {
  /** `min`, `max` and `reserve`, in CSS pixels. A new object triggers a new measurement. */
  readonly options = input<ObserveHeightOptions | '' | null>(undefined, { alias: 'haiiloHeight' })

  constructor() {
    const { host } = injectHaiiloHost()
    const element = inject<ElementRef<Element>>(ElementRef).nativeElement
    // never runs on a server, and runs outside the zone
    afterRenderEffect((onCleanup) => onCleanup(observeHeight(host, element, this.options() || {})))
  }
}
