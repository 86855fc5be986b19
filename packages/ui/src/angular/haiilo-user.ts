// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { Directive, ElementRef, inject, Input } from '@angular/core'

import type { HaiiloUser as Element } from '../components/user/haiilo-user.js'
import '../components/user/haiilo-user.js'
import { isOn, type Flag } from './template-values.js'

/** A person: a circle with the initials, the name, and a line about them. Long names wrap. */
@Directive({ selector: 'haiilo-user' })
export class HaiiloUser {
  /** The element, for its methods. */
  readonly element: Element = inject<ElementRef<Element>>(ElementRef).nativeElement

  /** The whole name. */
  @Input() set name(value: Element['name']) {
    this.element.name = value
  }

  /** A second line: what the person does, or where. */
  @Input() set detail(value: Element['detail']) {
    this.element.detail = value
  }

  /** How large the circle is. */
  @Input() set size(value: Element['size']) {
    this.element.size = value
  }

  /** Shows the circle alone; the name is what screen readers say and what the mouse shows. */
  @Input() set initialsOnly(value: Flag) {
    this.element.initialsOnly = isOn(value)
  }
}
