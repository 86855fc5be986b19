// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import '../components/config-form/haiilo-config-form.js'
import type { HaiiloConfigForm as Element, ConfigValues } from '../components/config-form/haiilo-config-form.js'
import type { ElementComponent, ElementEvent, ElementSlot } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of {@link HaiiloConfigForm}, in addition to the attributes of every element. */
export interface HaiiloConfigFormProps {
  /** The fields to render: the result of `defineFields`, a list of fields, or a manifest as an object or as text. */
  readonly fields?: Element['fields'] | undefined
  /** For a manifest: the id of the entry point. Default: the fields of all entry points. */
  readonly entryPoint?: Element['entryPoint'] | undefined
  /** The connection of the configuration view: `createHaiiloHost({ view: 'config' })`. */
  readonly host?: Element['host'] | undefined
  /** The stored values. Used only without a host. */
  readonly stored?: Element['stored'] | undefined
  /** Checks the values before they are saved. Called only with values that are valid for their fields. */
  readonly validate?: Element['validate'] | undefined
  /** Lets the person leave the page with unsaved changes without a confirmation. */
  readonly unguarded?: Element['unguarded'] | undefined
  /** Valid values were sent to the host, or returned by `save()`. */
  readonly onSave?: ((event: ElementEvent<Element, CustomEvent<ConfigValues>>) => unknown) | undefined
}

/**
 * The whole configuration view of a plug-in.
 *
 * A settings form, rendered from the fields of `defineFields` in the person's language. With the host of a configuration view, it starts
 * with the stored values. It answers "save" with the values, or with `false` while they are invalid.
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
    /** Content after the fields. */
    default?: ElementSlot
  }
>
