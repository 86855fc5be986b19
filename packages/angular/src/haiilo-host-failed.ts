import { Directive } from '@angular/core'
import type { HaiiloHostFailure } from './haiilo-host-ready.js'

/**
 * Types what the template for failures names: on a plain `<ng-template>`, Angular takes everything for `any`. Does nothing else.
 *
 * @example
 * ```html
 * <ng-template #failed haiiloHostFailed let-error let-retry="retry">{{ describe(error) }}</ng-template>
 * ```
 */
@Directive({ selector: 'ng-template[haiiloHostFailed]' })
export class HaiiloHostFailed {
  /** Types what the template names. */
  static ngTemplateContextGuard(_directive: HaiiloHostFailed, _context: unknown): _context is HaiiloHostFailure {
    return true
  }
}
