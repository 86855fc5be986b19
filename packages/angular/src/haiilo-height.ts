import { observeHeight } from '@haiilo-kit/core'
import type { ObserveHeightOptions } from '@haiilo-kit/core'
import { afterRenderEffect, Directive, ElementRef, inject, input } from '@angular/core'
import { injectHaiiloHost } from './inject-haiilo-host.js'

/**
 * Makes the frame as high as this element needs. Of several, the lowest bottom edge counts.
 *
 * @throws {TypeError} To the `ErrorHandler`: it stands on no element, as on `<ng-container>`, or on `<html>`.
 * @throws {HaiiloError} `ERR_PROVIDER_MISSING`
 * @example
 * ```html
 * <main haiiloHeight>…</main>
 * <main [haiiloHeight]="{ min: 200 }">…</main>
 * ```
 */
@Directive({ selector: '[haiiloHeight]' })
export class HaiiloHeight {
  /** `min`, `max` and `reserve`, in CSS pixels. A new object makes it measure anew. */
  readonly options = input<ObserveHeightOptions | '' | null>(undefined, { alias: 'haiiloHeight' })

  constructor() {
    const { host } = injectHaiiloHost()
    const element = inject<ElementRef<Element>>(ElementRef).nativeElement
    // never on a server, and outside the zone
    afterRenderEffect((onCleanup) => onCleanup(observeHeight(host, element, this.options() || {})))
  }
}
