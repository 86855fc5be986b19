// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { HaiiloDialog as Element } from '../components/dialog/haiilo-dialog.js'
import type { ElementComponent, ElementEvent } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of `<HaiiloDialog>`, in addition to the props of every element. */
export interface HaiiloDialogProps {
  /** Whether it is open. */
  readonly open?: Element['open'] | undefined
  /** What it is about: its heading and its accessible name. */
  readonly heading?: Element['heading'] | undefined
  /** How wide it is where there is room. */
  readonly size?: Element['size'] | undefined
  /** A click beside it closes it, too (in browsers that know `closedby`). */
  readonly closeOnBackdrop?: Element['closeOnBackdrop'] | undefined
  /** It is closed, by whomever. */
  readonly onClose?: ((event: ElementEvent<Element>) => void) | undefined
  /** The person is about to close it by Escape, the close button or the backdrop. Prevent it to keep it open. */
  readonly onCancel?: ((event: ElementEvent<Element>) => void) | undefined
}

/**
 * A modal dialog. It opens in the part of the frame that the person sees, and the frame makes room for it: where
 * `observeHeight` of `@haiilo-kit/core` keeps the height, nothing of it is cut off and nothing in it scrolls.
 *
 * The focus moves to what says `autofocus`, or else to the first field in it, or else to its heading, and back when it closes.
 * A `<form method="dialog">` in it closes it, with the value of the button.
 *
 * - children: The content.
 * - children with `slot="actions"`: Buttons, the most important one last.
 */
export const HaiiloDialog: ElementComponent<Element, HaiiloDialogProps> = wrapElement(
  'haiilo-dialog',
  Element,
  { close: 'onClose', cancel: 'onCancel' },
  ['open', 'onClose'],
)

/** The element, for a `ref`. Asks for something before all else goes on. */
export type HaiiloDialog = Element
