import { loadLunch, loadSettings } from '@haiilo-kit/test-kit'
import { expect, test } from 'vitest'
import { defineComponent, reactive, ref } from 'vue'
import { mountApp } from '../test/mount-app.js'
import { useHaiiloSave } from './use-haiilo-save.js'

test('reports a TypeError to the error handler on a plug-in view', () => {
  const { errors } = mountApp(
    defineComponent(() => {
      useHaiiloSave(() => true)
      return () => null
    }),
    loadLunch().host,
  )
  expect(errors).toEqual([expect.any(TypeError)])
})

test('answers with plain data from proxies, refs or a promise of them', async () => {
  const { host, home } = await loadSettings()
  const form = reactive({ canteen: 'south', days: [{ name: ref('monday') }] })
  const answer = ref<'now' | 'later'>('now')
  mountApp(
    defineComponent(() => {
      useHaiiloSave(() => (answer.value === 'now' ? form : Promise.resolve(ref(form).value)))
      return () => null
    }),
    host,
  )
  expect(await home.save()).toEqual({ canteen: 'south', days: [{ name: 'monday' }] })
  form.canteen = 'west'
  answer.value = 'later'
  expect(await home.save()).toEqual({ canteen: 'west', days: [{ name: 'monday' }] })
})
