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
 * Connects a field with a control of Angular's reactive, template-driven or signal forms. Angular creates it when the first of them injects
 * it. Each validation error of the field is an error of the control, with the name of its flag in `ValidityState`.
 */
class FieldControl implements ControlValueAccessor, Validator {
  readonly #field = inject<ElementRef<Field>>(ElementRef).nativeElement
  readonly #view = inject(ChangeDetectorRef)
  /** The value that the control and the field agreed on last. */
  #value: string | boolean | undefined
  /** Whether the field has rendered since the control set the first value. */
  #isRendered = false
  /** Whether the control has set the value again after the field lost it. */
  #isCorrected = false
  /** The last flags that the control got. */
  #flags = ''
  #onChange: (value: unknown) => void = () => undefined
  #onTouched: () => void = () => undefined
  #onValidatorChange: () => void = () => undefined

  constructor() {
    const field = this.#field
    this.#listen('input', () => this.#emitValue())
    this.#listen('focusout', () => this.#onTouched())
    // on a server, the element does not render
    field.addController?.({ hostUpdated: () => this.#checkRendered() })
  }

  writeValue(value: unknown): void {
    this.#value = this.#state === 'checked' ? Boolean(value) : (toText(value) ?? '')
    this.#setFieldValue()
  }

  registerOnChange(onChange: (value: unknown) => void): void {
    this.#onChange = onChange
  }

  registerOnTouched(onTouched: () => void): void {
    this.#onTouched = onTouched
  }

  setDisabledState(isDisabled: boolean): void {
    this.#field.disabled = isDisabled
    // Angular validates before it enables the field, and a disabled field does not report a missing value
    if (!isDisabled && this.#saveFlags(this.#validityFlags())) this.#onValidatorChange()
  }

  registerOnValidatorChange(onValidatorChange: () => void): void {
    this.#onValidatorChange = onValidatorChange
  }

  validate(): ValidationErrors | null {
    const flags = this.#validityFlags()
    this.#saveFlags(flags)
    return flags.length ? Object.fromEntries(flags.map((flag) => [flag, true])) : null
  }

  get #state(): 'checked' | 'value' {
    return 'checked' in this.#field ? 'checked' : 'value'
  }

  #setFieldValue(): void {
    Object.assign(this.#field, { [this.#state]: this.#value })
    // render even if the field already has this value
    if (!this.#isRendered) this.#field.requestUpdate?.()
  }

  #listen(type: string, listener: () => void): void {
    const handle = ({ target }: Event): void => {
      if (target !== this.#field) return
      listener()
      this.#view.markForCheck()
    }
    // in the capture phase, before the field handles the event and renders, so that the control already has the value then
    this.#field.addEventListener(type, handle, { capture: true })
  }

  #emitValue(): void {
    this.#value = this.#field[this.#state] ?? ''
    this.#onChange(this.#state === 'checked' ? this.#value : valueOf(this.#field))
  }

  /** Runs after each render, because the rules for a valid value can change or arrive late, for example the options of a select. */
  #checkRendered(): void {
    if (this.#value === undefined) return
    this.#isRendered = true
    const isLost = this.#field[this.#state] !== this.#value
    // the browser also sets the value, when the form is reset or when the person returns to the page. The value of the control has
    // priority. It is set only once, in case the field does not keep it
    this.#isCorrected = isLost && !this.#isCorrected
    if (this.#isCorrected) return queueMicrotask(() => this.#setFieldValue())
    if (this.#saveFlags(this.#validityFlags())) this.#onValidatorChange()
  }

  /** Stores the flags. Returns whether they have changed, and if so, schedules a check of the view. */
  #saveFlags(flags: readonly string[]): boolean {
    const isChanged = flags.join() !== this.#flags
    this.#flags = flags.join()
    // later, because Angular removes the mark if it is checking the view now
    if (isChanged) queueMicrotask(() => this.#view.markForCheck())
    return isChanged
  }

  /** Returns no flags before the first render: Angular throws NG0100 if a control becomes invalid while it checks the view. */
  #validityFlags(): string[] {
    const { disabled, error, validity, willValidate } = this.#field
    // a field that is read-only or in a disabled `<fieldset>` has no errors. If the control has disabled the field, Angular decides when to
    // validate it
    if (!this.#isRendered || !(willValidate || disabled)) return []
    const flags = Object.keys(ValidityState.prototype) as (keyof ValidityState)[]
    // `error` shows an error that the control already has, so it must not become another one
    return flags.filter((flag) => flag !== 'valid' && validity[flag] && !(flag === 'customError' && error))
  }
}

/** Returns the providers that make an element a field of Angular's forms. */
export function provideFieldControl(): Provider[] {
  return [
    { provide: FieldControl, useFactory: () => new FieldControl() },
    { provide: NG_VALUE_ACCESSOR, useExisting: FieldControl, multi: true },
    { provide: NG_VALIDATORS, useExisting: FieldControl, multi: true },
  ]
}
