// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import '../components/config-form/haiilo-config-form.js'
import type { HaiiloConfigForm as Element, ConfigValues } from '../components/config-form/haiilo-config-form.js'
import type { ElementComponent, ElementEvent, ElementSlot } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of {@link HaiiloConfigForm}, in addition to the attributes of every element. */
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
  readonly onSave?: ((event: ElementEvent<Element, CustomEvent<ConfigValues>>) => unknown) | undefined
}

/**
 * The whole configuration view of a plug-in.
 *
 * A settings form, drawn from the fields of `defineFields`, in the person's language. With a host of the configuration view it starts with
 * what is stored, and answers "save" with the values, or with `false` while they are not valid.
 *
 * `$el` of the instance is the element.
 */
export const HaiiloConfigForm = /* @__PURE__ */ wrapElement('haiilo-config-form', {
  properties: {
    fields: Object,
    entryPoint: String,
    host: Object,
    stored: Object,
    validate: Object,
    unguarded: Boolean,
  },
  events: ['save'],
  slots: ['default'],
}) as ElementComponent<
  Element,
  HaiiloConfigFormProps,
  {
    /** What comes after the fields. */
    default?: ElementSlot
  }
>
