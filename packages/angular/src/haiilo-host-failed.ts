import { Directive } from '@angular/core'
import type { HaiiloHostFailure } from './haiilo-host-ready.js'

/**
 * Gives types to the variables of the `failed` template. In a plain `<ng-template>`, Angular types them as `any`. Has no effect at run time.
 *
 * @example
 * ```html
 * <ng-template #failed haiiloHostFailed let-error let-retry="retry">{{ error.code }}</ng-template>
 * ```
 */
@Directive({ selector: 'ng-template[haiiloHostFailed]' })
export class HaiiloHostFailed {
  /** Gives types to the variables of the template. */
  static ngTemplateContextGuard(_directive: HaiiloHostFailed, _context: unknown): _context is HaiiloHostFailure {
    return true
  }
}
