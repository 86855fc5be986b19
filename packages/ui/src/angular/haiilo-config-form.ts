// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { Directive, ElementRef, inject, Input } from '@angular/core'

import type { HaiiloConfigForm as Element } from '../components/config-form/haiilo-config-form.js'
import '../components/config-form/haiilo-config-form.js'
import { isOn, type Flag } from './template-values.js'

/**
 * A settings form, rendered from the fields of `defineFields` in the person's language. With the host of a configuration view, it starts
 * with the stored values. It answers "save" with the values, or with `false` while they are invalid.
 *
 * - `(save)`, `CustomEvent<ConfigValues>`: Valid values were sent to the host, or returned by `save()`.
 */
@Directive({ selector: 'haiilo-config-form' })
export class HaiiloConfigForm {
  /** The element, for its methods. */
  readonly element: Element = inject<ElementRef<Element>>(ElementRef).nativeElement

  /** The fields to render: the result of `defineFields`, a list of fields, or a manifest as an object or as text. */
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

  /** The stored values. Used only without a host. */
  @Input() set stored(value: Element['stored']) {
    this.element.stored = value
  }

  /** Checks the values before they are saved. Called only with values that are valid for their fields. */
  @Input() set validate(value: Element['validate']) {
    this.element.validate = value
  }

  /** Lets the person leave the page with unsaved changes without a confirmation. */
  @Input() set unguarded(value: Flag) {
    this.element.unguarded = isOn(value)
  }
}
