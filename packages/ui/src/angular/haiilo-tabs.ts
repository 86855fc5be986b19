// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { Directive, ElementRef, inject, Input, Output, type OutputRef } from '@angular/core'

import type { HaiiloTabs as Element } from '../components/tabs/haiilo-tabs.js'
import '../components/tabs/haiilo-tabs.js'
import { outputFromEvent } from './output-from-event.js'

/**
 * Several panels, one shown at a time. Its `<haiilo-tab>` children can be added, removed and changed at any time. Tabs that do not fit into
 * one line wrap.
 *
 * - `(change)`, `Event`: The person selects another tab. Fields in the tabs fire `change` too: check `event.target`.
 */
@Directive({ selector: 'haiilo-tabs' })
export class HaiiloTabs {
  /** The element, for its methods. */
  readonly element: Element = inject<ElementRef<Element>>(ElementRef).nativeElement

  /** The accessible name of the tab list. */
  @Input() set label(value: Element['label']) {
    this.element.label = value
  }

  /** The name of the selected tab. If no enabled tab has this name, the current tab stays selected. At first, that is the first enabled tab. */
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
