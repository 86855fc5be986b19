// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import '../components/host-status/haiilo-host-status.js'
import type { HaiiloHostStatus as Element } from '../components/host-status/haiilo-host-status.js'
import type { ElementComponent, ElementSlot, Numeric } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of {@link HaiiloHostStatus}, in addition to the attributes of every element. */
export interface HaiiloHostStatusProps {
  /** The connection: what `createHaiiloHost` gave back. */
  readonly host?: Element['host'] | undefined
  /**
   * Where the pages of the codes are: the code is appended. Without it, the code stands there without a link. The pages come with
   * `@haiilo-kit/core`, in `docs/errors`.
   */
  readonly helpBase?: Element['helpBase'] | undefined
  /** How many lines the skeleton has. */
  readonly lines?: Numeric<Element['lines']> | undefined
}

/**
 * The state of the connection to Haiilo Home.
 *
 * Shows how it stands with the host: a skeleton while connecting, its content once the host is verified, and after a failure what the
 * person can do about it. Screen readers hear each change.
 *
 * `$el` of the instance is the element.
 */
export const HaiiloHostStatus = /* @__PURE__ */ wrapElement('haiilo-host-status', {
  properties: { host: Object, helpBase: String, lines: Number },
  slots: ['default', 'connecting'],
}) as ElementComponent<
  Element,
  HaiiloHostStatusProps,
  {
    /** What is shown once the host is verified, and only then. */
    default?: ElementSlot
    /** Takes the place of the skeleton. */
    connecting?: ElementSlot
  }
>
