// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { Directive, ElementRef, inject, Input } from '@angular/core'

import type { HaiiloUser as Element } from '../components/user/haiilo-user.js'
import '../components/user/haiilo-user.js'
import { isOn, type Flag } from './template-values.js'

/** A person: a circle with the initials, the name, and a second line. Long names wrap. */
@Directive({ selector: 'haiilo-user' })
export class HaiiloUser {
  /** The element, for its methods. */
  readonly element: Element = inject<ElementRef<Element>>(ElementRef).nativeElement

  /** The full name. */
  @Input() set name(value: Element['name']) {
    this.element.name = value
  }

  /** The second line, such as the job title or the department. */
  @Input() set detail(value: Element['detail']) {
    this.element.detail = value
  }

  /** The size of the circle. */
  @Input() set size(value: Element['size']) {
    this.element.size = value
  }

  /** Shows only the circle. Screen readers read the name, and a tooltip shows it. */
  @Input() set initialsOnly(value: Flag) {
    this.element.initialsOnly = isOn(value)
  }
}
