import type { HaiiloHost } from '@haiilo-kit/core'
import type { ConfigValues } from '@haiilo-kit/ui/config-form'
import type { HaiiloTextField as TextFieldElement } from '@haiilo-kit/ui/text-field'
import {
  HaiiloAlert,
  HaiiloButton,
  HaiiloCheckbox,
  HaiiloConfigForm,
  HaiiloDialog,
  HaiiloSelect,
  HaiiloTab,
  HaiiloTabs,
  HaiiloTextField,
  type ElementEvent,
  type HaiiloTextFieldProps,
} from '@haiilo-kit/ui/react'
import { useRef, type ComponentProps, type Dispatch, type ReactElement, type SetStateAction } from 'react'
import { expectTypeOf } from 'vitest'

expectTypeOf<HaiiloTextField>().toEqualTypeOf<TextFieldElement>()
expectTypeOf<HaiiloTextFieldProps['type']>().toEqualTypeOf<TextFieldElement['type'] | undefined>()
expectTypeOf<ComponentProps<typeof HaiiloTextField>['className']>().toEqualTypeOf<string | undefined>()

// @ts-expect-error an event of a field has no detail
export const detailOf = (event: ElementEvent<HaiiloTextField>): unknown => event.detail

export function Fields({ setTitle }: { readonly setTitle: Dispatch<SetStateAction<string>> }): ReactElement {
  const field = useRef<HaiiloTextField>(null)
  const onInput = (event: ElementEvent<HaiiloTextField>): void => setTitle(event.currentTarget.value)
  return (
    <>
      <HaiiloTextField
        ref={field}
        key="title"
        id="title"
        className="wide"
        style={{ color: 'red' }}
        aria-describedby="help"
        data-test="title"
        label="Title"
        value="Lunch"
        required
        maxLength={undefined}
        onInput={(event) => setTitle(event.currentTarget.value)}
        onChange={({ currentTarget }) => expectTypeOf(currentTarget.valueAsNumber).toEqualTypeOf<number>()}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <HaiiloTextField onInput={onInput} />
      <HaiiloCheckbox checked onInput={({ currentTarget }) => setTitle(String(currentTarget.checked))} />
      <HaiiloSelect options={[{ value: 'north', label: 'North' }]} onChange={(event) => event.preventDefault()}>
        <option value="south">South</option>
      </HaiiloSelect>

      {/* @ts-expect-error unknown prop */}
      <HaiiloTextField heading="Title" />
      {/* @ts-expect-error unknown type of field */}
      <HaiiloTextField type="colour" />
      {/* @ts-expect-error a text is not a number */}
      <HaiiloTextField min="1" />
      {/* @ts-expect-error `value` is a text */}
      <HaiiloTextField value={1} />
      {/* @ts-expect-error it has no content */}
      <HaiiloTextField>Title</HaiiloTextField>
      {/* @ts-expect-error `value` without a handler is the initial value */}
      <HaiiloTextField defaultValue="Lunch" />
      {/* @ts-expect-error `checked` without a handler is the initial value */}
      <HaiiloCheckbox defaultChecked />
      {/* @ts-expect-error a read-only property is not a prop */}
      <HaiiloTextField validity={undefined} />
      {/* @ts-expect-error a member of Lit is not a prop */}
      <HaiiloTextField renderRoot={undefined} />
      {/* @ts-expect-error an option needs a label */}
      <HaiiloSelect options={[{ value: 'north' }]} />
      {/* @ts-expect-error a handler is a function */}
      <HaiiloTextField onInput="setTitle" />
      {/* @ts-expect-error a text field fires no such event */}
      <HaiiloTextField onSave={() => undefined} />
      {/* @ts-expect-error the ref is for another element */}
      <HaiiloCheckbox ref={field} />
    </>
  )
}

export function Form({ host }: { readonly host: HaiiloHost<{ readonly canteen: string }> }): ReactElement {
  const form = useRef<HaiiloConfigForm>(null)
  const save = (): void => {
    expectTypeOf(form.current?.save()).toEqualTypeOf<Promise<ConfigValues | false> | undefined>()
  }
  return (
    <>
      <HaiiloConfigForm
        ref={form}
        host={host}
        fields={[{ key: 'title', type: 'text', label: { en: 'Title' } }]}
        stored={{ title: 'Lunch' }}
        validate={({ title }) => (title ? undefined : { title: 'Say something.' })}
        onSave={(event) => {
          expectTypeOf(event).toExtend<CustomEvent<ConfigValues>>()
          expectTypeOf(event.currentTarget.dirty).toEqualTypeOf<boolean>()
        }}
      >
        <HaiiloButton onClick={save}>Save</HaiiloButton>
      </HaiiloConfigForm>
      {/* @ts-expect-error an object that is not a host */}
      <HaiiloConfigForm host={{}} />
      {/* @ts-expect-error a read-only property is not a prop */}
      <HaiiloConfigForm dirty />
    </>
  )
}

export function Surfaces(): ReactElement {
  const dialog = useRef<HaiiloDialog>(null)
  return (
    <>
      <HaiiloDialog ref={dialog} open heading="Order" onCancel={(event) => event.preventDefault()}>
        <HaiiloButton slot="actions" variant="primary" onClick={() => dialog.current?.close('soup')}>
          Order
        </HaiiloButton>
      </HaiiloDialog>
      <HaiiloTabs selected="Monday" onChange={({ currentTarget }) => expectTypeOf(currentTarget.selected).toBeString()}>
        <HaiiloTab label="Monday">Soup</HaiiloTab>
      </HaiiloTabs>
      <HaiiloAlert tone="warning">Closed</HaiiloAlert>
      {/* @ts-expect-error unknown tone */}
      <HaiiloAlert tone="loud" />
      {/* @ts-expect-error unknown variant */}
      <HaiiloButton variant="huge" />
    </>
  )
}
