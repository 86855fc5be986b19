import type { HaiiloConfigForm as ConfigFormElement } from '@haiilo-kit/ui/config-form'
import {
  HaiiloConfigForm,
  HaiiloDialog,
  HaiiloTextField,
  HaiiloUiPlugin,
  type ElementEvent,
  type HaiiloTextFieldProps,
} from '@haiilo-kit/ui/vue'
import { expectTypeOf } from 'vitest'
import { createApp, h, useTemplateRef } from 'vue'

createApp({}).use(HaiiloUiPlugin).component('MyForm', HaiiloConfigForm)

const form = useTemplateRef<InstanceType<typeof HaiiloConfigForm>>('form')
expectTypeOf(form.value!.$el).toEqualTypeOf<ConfigFormElement>()
// @ts-expect-error unknown method
form.value!.$el.send
expectTypeOf<ElementEvent<ConfigFormElement>['target']>().toExtend<ConfigFormElement>()
expectTypeOf<HaiiloTextFieldProps['modelValue']>().toEqualTypeOf<string | number | null | undefined>()

h(HaiiloTextField, { label: 'Dish', modelValue: 'Soup', 'onUpdate:modelValue': (dish: string) => dish, id: 'dish' })
h(HaiiloDialog, { open: true }, { default: () => 'Soup', actions: () => h('button') })
// @ts-expect-error a label is a text
h(HaiiloTextField, { label: 7 })
