import { ChangeDetectorRef, ElementRef, inject, type Provider } from '@angular/core'
import {
  NG_VALIDATORS,
  NG_VALUE_ACCESSOR,
  type ControlValueAccessor,
  type ValidationErrors,
  type Validator,
} from '@angular/forms'

import type { HaiiloField } from '../field/haiilo-field.js'
import { toText } from '../lib/to-text.js'
import { valueOf } from './field-value.js'

type Field = HaiiloField & { value: string; checked?: boolean }

/**
 * Connects a field with a control of Angular's forms: reactive, template-driven or signal forms. It is made when the first of them asks.
 * What the field itself finds wrong with its value is an error of the control, by the name of its flag in `ValidityState`.
 */
class FieldControl implements ControlValueAccessor, Validator {
  readonly #field = inject<ElementRef<Field>>(ElementRef).nativeElement
  readonly #view = inject(ChangeDetectorRef)
  /** What the field shows, as the control knows it. */
  #shown: string | boolean | undefined
  /** Whether it was drawn since the control gave it the first value. */
  #isDrawn = false
  /** Whether it was shown again what it has lost. */
  #isCorrected = false
  /** The flags that the control knows of. */
  #flags = ''
  #onChange: (value: unknown) => void = () => undefined
  #onTouched: () => void = () => undefined
  #onValidatorChange: () => void = () => undefined

  constructor() {
    const field = this.#field
    this.#listen('input', () => this.#tell())
    this.#listen('focusout', () => this.#onTouched())
    // on a server nothing is drawn
    field.addController?.({ hostUpdated: () => this.#compare() })
  }

  writeValue(value: unknown): void {
    this.#shown = this.#state === 'checked' ? Boolean(value) : (toText(value) ?? '')
    this.#show()
  }

  registerOnChange(onChange: (value: unknown) => void): void {
    this.#onChange = onChange
  }

  registerOnTouched(onTouched: () => void): void {
    this.#onTouched = onTouched
  }

  setDisabledState(isDisabled: boolean): void {
    this.#field.disabled = isDisabled
    // Angular validates before it enables the field, while nothing is missing in it
    if (!isDisabled && this.#note(this.#judge())) this.#onValidatorChange()
  }

  registerOnValidatorChange(onValidatorChange: () => void): void {
    this.#onValidatorChange = onValidatorChange
  }

  validate(): ValidationErrors | null {
    const flags = this.#judge()
    this.#note(flags)
    return flags.length ? Object.fromEntries(flags.map((flag) => [flag, true])) : null
  }

  get #state(): 'checked' | 'value' {
    return 'checked' in this.#field ? 'checked' : 'value'
  }

  #show(): void {
    Object.assign(this.#field, { [this.#state]: this.#shown })
    // also where it shows the same already
    if (!this.#isDrawn) this.#field.requestUpdate?.()
  }

  #listen(type: string, listener: () => void): void {
    const hear = ({ target }: Event): void => {
      if (target !== this.#field) return
      listener()
      this.#view.markForCheck()
    }
    // before the field hears of it and draws itself: the control would not know the value yet
    this.#field.addEventListener(type, hear, { capture: true })
  }

  #tell(): void {
    this.#shown = this.#field[this.#state] ?? ''
    this.#onChange(this.#state === 'checked' ? this.#shown : valueOf(this.#field))
  }

  /** After each drawing: what makes a value valid may have changed, or come late, as the options of a select. */
  #compare(): void {
    if (this.#shown === undefined) return
    this.#isDrawn = true
    const isLost = this.#field[this.#state] !== this.#shown
    // the browser fills it, too: when its form is reset, or when the person comes back to the page. What the control holds counts,
    // unless the field does not keep it, as one of another version might
    this.#isCorrected = isLost && !this.#isCorrected
    if (this.#isCorrected) return queueMicrotask(() => this.#show())
    if (this.#note(this.#judge())) this.#onValidatorChange()
  }

  /** Whether it is news; then what shows the state of the control is to be drawn anew. */
  #note(flags: readonly string[]): boolean {
    const isNews = flags.join() !== this.#flags
    this.#flags = flags.join()
    // not while Angular checks the view: it would take the mark away
    if (isNews) queueMicrotask(() => this.#view.markForCheck())
    return isNews
  }

  /** Nothing before it is drawn: a control that becomes invalid while Angular checks the view would be an error to Angular (NG0100). */
  #judge(): string[] {
    const { disabled, error, validity, willValidate } = this.#field
    // what is only read, or disabled by a `<fieldset>`, is not validated; what the control has disabled, Angular asks about in time
    if (!this.#isDrawn || !(willValidate || disabled)) return []
    const flags = Object.keys(ValidityState.prototype) as (keyof ValidityState)[]
    // `error` is what the app says of the control: it must not come back to it
    return flags.filter((flag) => flag !== 'valid' && validity[flag] && !(flag === 'customError' && error))
  }
}

/** Makes an element a field of Angular's forms. */
export function provideFieldControl(): Provider[] {
  return [
    { provide: FieldControl, useFactory: () => new FieldControl() },
    { provide: NG_VALUE_ACCESSOR, useExisting: FieldControl, multi: true },
    { provide: NG_VALIDATORS, useExisting: FieldControl, multi: true },
  ]
}
