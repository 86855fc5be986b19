// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { Directive, ElementRef, inject, Input } from '@angular/core'

import type { HaiiloConfigForm as Element } from '../components/config-form/haiilo-config-form.js'
import '../components/config-form/haiilo-config-form.js'
import { isOn, type Flag } from './template-values.js'

/**
 * A settings form, drawn from the fields of `defineFields`, in the person's language. With a host of the configuration view it starts with
 * what is stored, and answers "save" with the values, or with `false` while they are not valid.
 *
 * - `(save)`, `CustomEvent<ConfigValues>`: Valid values were sent to the host, or returned by `save()`.
 */
@Directive({ selector: 'haiilo-config-form' })
export class HaiiloConfigForm {
  /** The element, for its methods. */
  readonly element: Element = inject<ElementRef<Element>>(ElementRef).nativeElement

  /** What to draw: what `defineFields` has made, a list of fields, or a manifest or its text. */
  @Input() set fields(value: Element['fields']) {
    this.element.fields = value
  }

  /** For a manifest: the id of the entry point. Default: the fields of all entry points. */
  @Input() set entryPoint(value: Element['entryPoint']) {
    this.element.entryPoint = value
  }

  /** The connection of the configuration view: `createHaiiloHost({ view: 'config' })`. */
  @Input() set host(value: Element['host']) {
    this.element.host = value
  }

  /** What is stored, where no host says so. */
  @Input() set stored(value: Element['stored']) {
    this.element.stored = value
  }

  /** Checks values that fit their fields, when they are to be saved. */
  @Input() set validate(value: Element['validate']) {
    this.element.validate = value
  }

  /** Leaving the page with unsaved changes asks nothing. */
  @Input() set unguarded(value: Flag) {
    this.element.unguarded = isOn(value)
  }
}
