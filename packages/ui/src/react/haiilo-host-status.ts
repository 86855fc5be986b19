// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { HaiiloHostStatus as Element } from '../components/host-status/haiilo-host-status.js'
import type { ElementComponent } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of `<HaiiloHostStatus>`, in addition to the props of every element. */
export interface HaiiloHostStatusProps {
  /** The connection: what `createHaiiloHost` gave back. */
  readonly host?: Element['host'] | undefined
  /**
   * Where the pages of the codes are: the code is appended. Without it, the code stands there without a link. The pages come with
   * `@haiilo-kit/core`, in `docs/errors`.
   */
  readonly helpBase?: Element['helpBase'] | undefined
  /** How many lines the skeleton has. */
  readonly lines?: Element['lines'] | undefined
}

/**
 * Shows how it stands with the host: a skeleton while connecting, its content once the host is verified, and after a failure what the
 * person can do about it. Screen readers hear each change.
 *
 * - children: What is shown once the host is verified, and only then.
 * - children with `slot="connecting"`: Takes the place of the skeleton.
 */
export const HaiiloHostStatus: ElementComponent<Element, HaiiloHostStatusProps> = wrapElement(
  'haiilo-host-status',
  Element,
)

/** The element, for a `ref`. The state of the connection to Haiilo Home. */
export type HaiiloHostStatus = Element
