import type { HostContext } from '@haiilo-kit/core'
import type { HostFailure } from '@haiilo-kit/core/binding'
import { defineComponent, h, watchEffect } from 'vue'
import type { DefineSetupFnComponent, PublicProps, SlotsType, VNodeChild } from 'vue'
import type { RegisteredConfig } from './register.js'
import { useHaiiloHost } from './use-haiilo-host.js'

/** The props of the `failed` slot of {@link HaiiloHostBoundary}. */
export type HaiiloHostFailure = HostFailure

/** The props of the default slot of {@link HaiiloHostBoundary}. */
export interface HaiiloHostReady {
  /** The verified user and tenant. */
  readonly context: HostContext
  readonly config: RegisteredConfig
}

/** The slots of {@link HaiiloHostBoundary} and their props. */
export interface HaiiloHostBoundarySlots {
  /** Rendered while the host is ready. `useHaiiloContext` and `useHaiiloConfig` work here. */
  readonly default: HaiiloHostReady
  /** Rendered until the host answers, and on a server. Default: nothing. */
  readonly loading: Readonly<Record<string, never>>
  /** Rendered when the connection failed. Default: Vue's error handler gets the error once. */
  readonly failed: HaiiloHostFailure
}

/** The wrapper has no box, so it does not affect the layout of its content. */
const contents = 'display: contents'

/**
 * Renders its default slot only while the host is ready, so that its content always has a context. Renders nothing after the host is
 * closed. Without a `failed` slot, `onErrorCaptured` of the components above and `app.config.errorHandler` get the error.
 *
 * The content is inside two `<span>` elements without a box (`display: contents`). When a browser translates the page, it replaces the
 * text nodes that Vue created. The elements let Vue replace the content as a whole.
 *
 * @throws {HaiiloError} `ERR_PROVIDER_MISSING`
 * @example
 * ```vue
 * <HaiiloHostBoundary>
 *   <Lunch />
 *   <template #loading><p>One moment…</p></template>
 *   <template #failed="{ error, retry }"><Problem :error @retry="retry" /></template>
 * </HaiiloHostBoundary>
 * ```
 */
export const HaiiloHostBoundary: DefineSetupFnComponent<
  PublicProps,
  never[],
  SlotsType<HaiiloHostBoundarySlots>
> = /* @__PURE__ */ defineComponent(
  (_, { slots }) => {
    const { status, context, config, error, retry } = useHaiiloHost()

    // not in the render function: every render would report the error again, and an error handler that shows it causes another render
    watchEffect(() => {
      if (error.value && !slots.failed) throw error.value
    })

    function show(): VNodeChild {
      if (status.value === 'connecting') return slots.loading?.({})
      if (error.value) return slots.failed?.({ error: error.value, retry })
      // a cast: a snapshot with a context also has a configuration
      return context.value && slots.default?.({ context: context.value, config: config.value as RegisteredConfig })
    }

    return () => h('span', { style: contents }, [h('span', { key: status.value, style: contents }, [show()])])
  },
  { name: 'HaiiloHostBoundary' },
)
