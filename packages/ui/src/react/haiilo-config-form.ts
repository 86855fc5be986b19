// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { HaiiloConfigForm as Element, type ConfigValues } from '../components/config-form/haiilo-config-form.js'
import type { ElementComponent, ElementEvent } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of `<HaiiloConfigForm>`, in addition to the props of every element. */
export interface HaiiloConfigFormProps {
  /** What to draw: what `defineFields` has made, a list of fields, or a manifest or its text. */
  readonly fields?: Element['fields'] | undefined
  /** For a manifest: the id of the entry point. Default: the fields of all entry points. */
  readonly entryPoint?: Element['entryPoint'] | undefined
  /** The connection of the configuration view: `createHaiiloHost({ view: 'config' })`. */
  readonly host?: Element['host'] | undefined
  /** What is stored, where no host says so. */
  readonly stored?: Element['stored'] | undefined
  /** Checks values that fit their fields, when they are to be saved. */
  readonly validate?: Element['validate'] | undefined
  /** Leaving the page with unsaved changes asks nothing. */
  readonly unguarded?: Element['unguarded'] | undefined
  /** Valid values were sent to the host, or returned by `save()`. */
  readonly onSave?: ((event: ElementEvent<Element, CustomEvent<ConfigValues>>) => void) | undefined
}

/**
 * A settings form, drawn from the fields of `defineFields`, in the person's language. With a host of the configuration view it starts with
 * what is stored, and answers "save" with the values, or with `false` while they are not valid.
 *
 * - children: What comes after the fields.
 */
export const HaiiloConfigForm: ElementComponent<Element, HaiiloConfigFormProps> = wrapElement(
  'haiilo-config-form',
  Element,
  { save: 'onSave' },
)

/** The element, for a `ref`. The whole configuration view of a plug-in. */
export type HaiiloConfigForm = Element
