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

/** What a template of `*haiiloHostReady` can name: `let host`, `let context = context`, `let config = config`. */
export interface HaiiloHostReadyContext {
  /** The snapshot of the ready host. */
  readonly $implicit: ReadySnapshot<RegisteredConfig>
  /** Who is looking, verified. */
  readonly context: HostContext
  readonly config: RegisteredConfig
}

/** What the template for failures can name: `let-error`, `let-retry="retry"`. */
export interface HaiiloHostFailure extends HostFailure {
  /** Says what went wrong and what to do; `code` is for programs. */
  readonly $implicit: HaiiloError
}

/**
 * Shows its template only while the host is ready, so that what is below never meets an absent context; `loading` before that, and on a
 * server; `failed` when there is no verified host. Without `failed` the error goes to Angular's `ErrorHandler`. Of a host that was closed it
 * shows nothing.
 *
 * @throws {HaiiloError} `ERR_PROVIDER_MISSING`
 * @example
 * ```html
 * <app-lunch *haiiloHostReady="let host; loading: loading; failed: failed" [canteen]="host.config.canteen" />
 * <ng-template #loading><p>One moment…</p></ng-template>
 * <ng-template #failed haiiloHostFailed let-error let-retry="retry">
 *   <button (click)="retry()">{{ describe(error) }}</button>
 * </ng-template>
 * ```
 */
@Directive({ selector: '[haiiloHostReady]' })
export class HaiiloHostReady {
  /** Shown while the host has not answered, and on a server. Default: nothing. */
  readonly loading = input<TemplateRef<unknown> | null>(undefined, { alias: 'haiiloHostReadyLoading' })

  /** Shown when there is no verified host. Default: the error goes to the `ErrorHandler`. */
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
        // the names of both templates; what a view names stays there for the events of its last moment
        if (status === 'ready' || error) Object.assign(context, now, { $implicit: error ?? now })
        if (error && !next) errors.handleError(error)
        // one view for each state, not for each snapshot
        if (next === shown) return view?.markForCheck()
        shown = next
        hide()
        view = next ? views.createEmbeddedView(next, context) : undefined
        // not before: what a server rendered is found by its place among its siblings
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

  /** Types what the template names. */
  static ngTemplateContextGuard(_directive: HaiiloHostReady, _context: unknown): _context is HaiiloHostReadyContext {
    return true
  }
}
