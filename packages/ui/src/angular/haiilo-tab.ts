// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { Directive, ElementRef, inject, Input } from '@angular/core'

import type { HaiiloTab as Element } from '../components/tabs/haiilo-tab.js'
import '../components/tabs/haiilo-tab.js'
import { isOn, type Flag } from './template-values.js'

/** One tab of `<haiilo-tabs>`. Its label is shown in the list of tabs, and its content below while it is selected. */
@Directive({ selector: 'haiilo-tab' })
export class HaiiloTab {
  /** The element, for its methods. */
  readonly element: Element = inject<ElementRef<Element>>(ElementRef).nativeElement

  /** The name for `selected` of `<haiilo-tabs>`. Default: the label. */
  @Input() set name(value: Element['name']) {
    this.element.name = value
  }

  /** The text in the list of tabs. */
  @Input() set label(value: Element['label']) {
    this.element.label = value
  }

  /** Whether the tab is disabled: it cannot be selected. */
  @Input() set disabled(value: Flag) {
    this.element.disabled = isOn(value)
  }
}
