// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { Directive, ElementRef, inject, Input, Output, type OutputRef } from '@angular/core'

import type { HaiiloTabs as Element } from '../components/tabs/haiilo-tabs.js'
import '../components/tabs/haiilo-tabs.js'
import { outputFromEvent } from './output-from-event.js'

/**
 * Several contents in one place, one shown at a time. Its `<haiilo-tab>` children may come, go and change. The tabs wrap where they do
 * not fit into one line.
 *
 * - `(change)`, `Event`: The person selects another tab. Fields in the tabs fire `change` too: ask `event.target` who it is.
 */
@Directive({ selector: 'haiilo-tabs' })
export class HaiiloTabs {
  /** The element, for its methods. */
  readonly element: Element = inject<ElementRef<Element>>(ElementRef).nativeElement

  /** What the tabs are about, for screen readers. */
  @Input() set label(value: Element['label']) {
    this.element.label = value
  }

  /** The name of the selected tab. Where no tab has it, or that tab is disabled, the tab that was shown stays, or else the first is shown. */
  @Input() set selected(value: Element['selected']) {
    this.element.selected = value
  }

  /** Emits `selected` when the element changes it, for `[(selected)]`. */
  @Output() readonly selectedChange: OutputRef<Element['selected']> = outputFromEvent(
    this.element,
    'change',
    ({ selected }) => selected,
  )
}
