// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { HaiiloDialog as Element } from '../components/dialog/haiilo-dialog.js'
import type { ElementComponent, ElementEvent } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of `<HaiiloDialog>`, in addition to the props of every element. */
export interface HaiiloDialogProps {
  /** Whether the dialog is open. */
  readonly open?: Element['open'] | undefined
  /** The heading, which is also the accessible name. */
  readonly heading?: Element['heading'] | undefined
  /** The width if there is enough room. */
  readonly size?: Element['size'] | undefined
  /** Whether a click on the backdrop closes the dialog (in browsers that support `closedby`). */
  readonly closeOnBackdrop?: Element['closeOnBackdrop'] | undefined
  /** The dialog has closed, for any reason. */
  readonly onClose?: ((event: ElementEvent<Element>) => void) | undefined
  /** The person is about to close the dialog with Escape, the close button or the backdrop. Prevent it to keep the dialog open. */
  readonly onCancel?: ((event: ElementEvent<Element>) => void) | undefined
}

/**
 * A modal dialog. It opens in the visible part of the frame. If the page uses `observeHeight` of `@haiilo-kit/core`, the frame grows for
 * the dialog, so that nothing is cut off and nothing in it scrolls.
 *
 * The focus moves to the element with `autofocus`, otherwise to the first focusable element in the content, otherwise to the heading. It
 * returns when the dialog closes. A `<form method="dialog">` in the dialog closes it with the value of the button.
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

/** The element, for a `ref`. Interrupts the person with a question or a task. */
export type HaiiloDialog = Element
