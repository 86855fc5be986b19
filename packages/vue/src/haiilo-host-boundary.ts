import type { HostContext } from '@haiilo-kit/core'
import type { HostFailure } from '@haiilo-kit/core/binding'
import { defineComponent, h, watchEffect } from 'vue'
import type { DefineSetupFnComponent, PublicProps, SlotsType, VNodeChild } from 'vue'
import type { RegisteredConfig } from './register.js'
import { useHaiiloHost } from './use-haiilo-host.js'

/** What {@link HaiiloHostBoundary} gives to its slot `failed`. */
export type HaiiloHostFailure = HostFailure

/** What {@link HaiiloHostBoundary} gives to its default slot. */
export interface HaiiloHostReady {
  /** Who is looking, verified. */
  readonly context: HostContext
  readonly config: RegisteredConfig
}

/** The slots of {@link HaiiloHostBoundary}, by what they are given. */
export interface HaiiloHostBoundarySlots {
  /** Shown while the host is ready; here `useHaiiloContext` and `useHaiiloConfig` work. */
  readonly default: HaiiloHostReady
  /** Shown while the host has not answered, and on a server. Default: nothing. */
  readonly loading: Readonly<Record<string, never>>
  /** Shown when there is no verified host. Default: the error goes to the error handler of Vue, once. */
  readonly failed: HaiiloHostFailure
}

/** No box of its own: the layout is that of the content. */
const contents = 'display: contents'

/**
 * Shows its default slot only while the host is ready, so that what is below never meets an absent context. Of a host that was closed it
 * shows nothing. The content is in two elements without a box (`display: contents`), so that it can be replaced as a whole:
 * a browser that translates the page replaces the text nodes that Vue created. Without the slot `failed`, a failure goes to
 * `onErrorCaptured` above and to `app.config.errorHandler`.
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

    // not while rendering: each rendering would report it again, and a handler that shows it causes the next one
    watchEffect(() => {
      if (error.value && !slots.failed) throw error.value
    })

    function show(): VNodeChild {
      if (status.value === 'connecting') return slots.loading?.({})
      if (error.value) return slots.failed?.({ error: error.value, retry })
      // a cast: where there is a context there is a configuration, of whatever type
      return context.value && slots.default?.({ context: context.value, config: config.value as RegisteredConfig })
    }

    return () => h('span', { style: contents }, [h('span', { key: status.value, style: contents }, [show()])])
  },
  { name: 'HaiiloHostBoundary' },
)
