import type { HaiiloError, HostContext, ReadySnapshot } from '@haiilo-kit/core'
import type { HostFailure } from '@haiilo-kit/core/binding'
import {
  afterNextRender,
  DestroyRef,
  Directive,
  effect,
  ErrorHandler,
  inject,
  Injector,
  input,
  TemplateRef,
  untracked,
  ViewContainerRef,
} from '@angular/core'
import type { EmbeddedViewRef } from '@angular/core'
import { injectHaiiloHost } from './inject-haiilo-host.js'
import { markStart } from './mark-start.js'
import type { RegisteredConfig } from './register.js'

/** The variables of a `*haiiloHostReady` template: `let host`, `let context = context`, `let config = config`. */
export interface HaiiloHostReadyContext {
  /** The snapshot of the ready host. */
  readonly $implicit: ReadySnapshot<RegisteredConfig>
  /** The verified user and tenant. */
  readonly context: HostContext
  readonly config: RegisteredConfig
}

/** The variables of the `failed` template: `let-error`, `let-retry="retry"`. */
export interface HaiiloHostFailure extends HostFailure {
  /** Why the connection failed. Branch on its `code`. */
  readonly $implicit: HaiiloError
}

/**
 * Renders its template only while the host is ready, so that its content always has a context. Renders `loading` until the host answers
 * and on a server, `failed` when the connection failed, and nothing after the host is closed. Without `failed`, Angular's `ErrorHandler`
 * gets the error.
 *
 * @throws {HaiiloError} `ERR_PROVIDER_MISSING`
 * @example
 * ```html
 * <app-lunch *haiiloHostReady="let host; loading: loading; failed: failed" [canteen]="host.config.canteen" />
 * <ng-template #loading><p>One moment…</p></ng-template>
 * <ng-template #failed haiiloHostFailed let-error let-retry="retry">
 *   <button (click)="retry()">{{ error.code }}</button>
 * </ng-template>
 * ```
 */
@Directive({ selector: '[haiiloHostReady]' })
export class HaiiloHostReady {
  /** Rendered until the host answers, and on a server. Default: nothing. */
  readonly loading = input<TemplateRef<unknown> | null>(undefined, { alias: 'haiiloHostReadyLoading' })

  /** Rendered when the connection failed. Default: the `ErrorHandler` gets the error. */
  readonly failed = input<TemplateRef<HaiiloHostFailure> | null>(undefined, { alias: 'haiiloHostReadyFailed' })

  constructor() {
    const { snapshot, retry } = injectHaiiloHost()
    const template = inject<TemplateRef<HaiiloHostReadyContext>>(TemplateRef)
    const views = inject(ViewContainerRef)
    const errors = inject(ErrorHandler)
    const injector = inject(Injector)
    const context = { retry }
    let shown: TemplateRef<unknown> | null | undefined
    let view: EmbeddedViewRef<unknown> | undefined
    let clear: (() => void) | undefined

    effect(() => {
      const now = snapshot()
      const { status, error } = now
      const next = status === 'ready' ? template : status === 'connecting' ? this.loading() : error && this.failed()
      untracked(() => {
        // both templates share one context; it keeps its values, because a view can still handle events while it is removed
        if (status === 'ready' || error) Object.assign(context, now, { $implicit: error ?? now })
        if (error && !next) errors.handleError(error)
        // a new view for each state, not for each snapshot
        if (next === shown) return view?.markForCheck()
        shown = next
        hide()
        view = next ? views.createEmbeddedView(next, context) : undefined
        // only after the render: hydration finds server-rendered nodes by their position among their siblings
        if (view) afterNextRender({ write: mark }, { injector })
      })
    })
    inject(DestroyRef).onDestroy(hide)

    function mark(): void {
      const [first] = (view?.rootNodes ?? []) as ChildNode[]
      clear ??= first && markStart(first, views.element.nativeElement as Comment)
    }

    function hide(): void {
      views.clear()
      clear?.()
      clear = undefined
    }
  }

  /** Gives types to the variables of the template. */
  static ngTemplateContextGuard(_directive: HaiiloHostReady, _context: unknown): _context is HaiiloHostReadyContext {
    return true
  }
}
