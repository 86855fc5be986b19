import { h, nextTick, reactive, ref } from 'vue'

import { describeDataLoss, createFields, STORED } from '../../test/data-loss-contract.js'
import { mountVue } from '../../test/vue-app.js'
import { HaiiloConfigForm, HaiiloTextField } from './index.js'

describeDataLoss('Vue', ['model', 'lazy', 'trimmed', 'value'], async () => {
  const turn = ref(0)
  const stored = reactive<Record<string, unknown>>({ ...STORED })
  const model = reactive<Record<string, unknown>>({ model: 'Soup', lazy: 'Soup', trimmed: 'Soup' })
  const modelled = (id: string, modelModifiers: object): unknown =>
    h(HaiiloTextField, {
      id,
      label: id,
      modelValue: model[id] as string,
      modelModifiers,
      'onUpdate:modelValue': (value: unknown) => (model[id] = value),
    })

  await mountVue(() => [
    // a change of this value renders the component again
    h('output', turn.value),
    h(HaiiloConfigForm, {
      fields: createFields(),
      stored: turn.value % 2 ? { ...stored } : stored,
      onSave: () => turn.value++,
    }),
    modelled('model', {}),
    modelled('lazy', { lazy: true }),
    modelled('trimmed', { trim: true }),
    h(HaiiloTextField, { id: 'value', label: 'Value', value: 'Soup' }),
  ])

  const render = (): Promise<void> => {
    turn.value++
    return nextTick()
  }
  return {
    render,
    store: (next) => {
      Object.assign(stored, next)
      return render()
    },
    modelOf: (id) => model[id],
  }
})
