import '@haiilo-kit/ui/select'
import '@haiilo-kit/ui/switch'
import '@haiilo-kit/ui/text-field'
import { html, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'

export interface Option {
  readonly value: string
  readonly label: string
  readonly description?: string
}

export function select(
  label: string,
  value: string,
  options: readonly Option[],
  choose: (value: string) => void,
): TemplateResult {
  return html`<haiilo-select
    required
    label=${label}
    .options=${options}
    .value=${live(value)}
    @change=${(event: Event) => choose(valueOf(event, 'value'))}
  ></haiilo-select>`
}

export function toggle(label: string, checked: boolean, set: (checked: boolean) => void): TemplateResult {
  return html`<haiilo-switch
    label=${label}
    .checked=${live(checked)}
    @change=${(event: Event) => set(valueOf(event, 'checked') === 'true')}
  ></haiilo-switch>`
}

export function number(
  label: string,
  value: number,
  { min, max }: { readonly min: number; readonly max: number },
  set: (value: number) => void,
): TemplateResult {
  function change(event: Event): void {
    const text = valueOf(event, 'value')
    const given = Number(text)
    if (text !== '' && Number.isInteger(given) && given >= min && given <= max) set(given)
  }
  return html`<haiilo-text-field
    required
    type="number"
    label=${label}
    .min=${min}
    .max=${max}
    .step=${1}
    .value=${live(String(value))}
    @change=${change}
  ></haiilo-text-field>`
}

/** A property of the element that fired, as text. */
export function valueOf({ currentTarget }: Event, name: 'value' | 'checked' | 'selected'): string {
  const values = currentTarget as Partial<Record<typeof name, string | boolean>> | null
  return String(values?.[name] ?? '')
}
