import type { ConfigField } from '@haiilo-kit/manifest'
import { html, type TemplateResult } from 'lit'

import type { FieldOption } from '../../field/field-option.js'
import type { HaiiloField } from '../../field/haiilo-field.js'
import { translate } from '../../languages/languages.js'
import '../checkbox/haiilo-checkbox.js'
import '../radio-group/haiilo-radio-group.js'
import '../select/haiilo-select.js'
import '../text-field/haiilo-text-field.js'
import { kindOf, mustBeFilled, type Entry } from './field-kind.js'

/** What `renderField` needs besides the field. */
export interface FieldView {
  readonly entry: Entry
  /** The languages to look for a text in, best first. */
  readonly chain: readonly string[]
  /** The message of the validator; empty if there is none. */
  readonly error: string
  /** A note about the value, shown after the description. */
  readonly note: string
}

/** The component that a field is rendered as. */
export type FieldControl = HaiiloField & ({ readonly value: string } | { readonly checked: boolean })

/** Renders a field as a control with its key in `data-key`. */
export function renderField(field: ConfigField, view: FieldView): TemplateResult {
  const kind = kindOf(field)
  const { key } = field
  const required = mustBeFilled(field)
  const { chain, entry, error } = view
  const label = translate(field.label, chain) || key
  const hint = [translate(field.description, chain), view.note].filter(Boolean).join('\n')
  const placeholder = translate(field.placeholder, chain)
  switch (kind) {
    case 'checkbox':
      // not ticked is a value as well, so a checkbox is never required
      return html`<haiilo-checkbox
        data-key=${key}
        .label=${label}
        .hint=${hint}
        .error=${error}
        .checked=${entry === true}
      ></haiilo-checkbox>`
    case 'radio':
      return html`<haiilo-radio-group
        data-key=${key}
        .label=${label}
        .hint=${hint}
        .error=${error}
        .required=${required}
        .options=${optionsOf(field, chain)}
        .value=${String(entry)}
      ></haiilo-radio-group>`
    case 'select':
      return html`<haiilo-select
        data-key=${key}
        .label=${label}
        .hint=${hint}
        .error=${error}
        .placeholder=${placeholder}
        .required=${required}
        .options=${optionsOf(field, chain)}
        .value=${String(entry)}
      ></haiilo-select>`
    case 'number':
    case 'text':
    case 'textarea':
      return html`<haiilo-text-field
        data-key=${key}
        .type=${kind}
        .label=${label}
        .hint=${hint}
        .error=${error}
        .placeholder=${placeholder}
        .required=${required}
        .minLength=${field.minLength}
        .maxLength=${field.maxLength}
        .min=${field.min}
        .max=${field.max}
        .value=${String(entry)}
      ></haiilo-text-field>`
  }
}

/** Options are identified by index, see `entryOf`. An option without a label shows its value. */
function optionsOf({ options = [] }: ConfigField, chain: readonly string[]): readonly FieldOption[] {
  return options.map(({ value, label, description }, index) => ({
    value: String(index),
    label: translate(label, chain) || String(value),
    description: translate(description, chain),
  }))
}
