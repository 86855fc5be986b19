// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { HaiiloHostStatus as Element } from '../components/host-status/haiilo-host-status.js'
import type { ElementComponent } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of `<HaiiloHostStatus>`, in addition to the props of every element. */
export interface HaiiloHostStatusProps {
  /** The connection: the result of `createHaiiloHost`. */
  readonly host?: Element['host'] | undefined
  /**
   * The base address of the pages about error codes. The code is appended to it. Without it, the code is shown without a link. The pages are
   * part of `@haiilo-kit/core`, in `docs/errors`.
   */
  readonly helpBase?: Element['helpBase'] | undefined
  /** The number of lines of the skeleton. */
  readonly lines?: Element['lines'] | undefined
}

/**
 * Shows the state of the host: a skeleton while connecting, the content once the host is verified, and after a failure what the person
 * can do about it. Screen readers announce each change. A page on localhost that is open outside of a host has a link to the sandbox.
 *
 * - children: The content. Shown only while the host is verified.
 * - children with `slot="connecting"`: Replaces the skeleton.
 */
export const HaiiloHostStatus: ElementComponent<Element, HaiiloHostStatusProps> = wrapElement(
  'haiilo-host-status',
  Element,
)

/** The element, for a `ref`. The state of the connection to Haiilo Home. */
export type HaiiloHostStatus = Element
