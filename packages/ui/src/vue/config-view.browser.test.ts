import type { HaiiloHostOptions } from '@haiilo-kit/core'
import { expect, it, onTestFinished, vi } from 'vitest'
import { h, KeepAlive, nextTick, ref } from 'vue'

import { describeConfigView, openConfigView, writeSetting } from '../../test/config-view-contract.js'
import { drawn } from '../../test/draw.js'
import { mountVue } from '../../test/vue-app.js'
import SimulatedConfigView from '../../types-test/vue/simulated-config-view.vue'
import { HaiiloButton } from './index.js'

const isShown = ref(true)

describeConfigView('Vue', showSettings)

it('does not answer while KeepAlive hides it, and keeps what was typed', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  onTestFinished(() => warn.mockRestore())
  const { home, form, leave } = await openConfigView(showSettings)
  await writeSetting(form, 'title', 'Dinner')
  await leave()
  expect([form.isConnected, await home.save()]).toEqual([false, false])
  expect(String(warn.mock.calls)).toContain('ERR_SAVE_UNHANDLED')
  isShown.value = true
  await nextTick()
  await drawn(document)
  expect([form.isConnected, await home.save()]).toEqual([true, { title: 'Dinner', dishes: 3, vegan: true }])
})

async function showSettings(connection: HaiiloHostOptions): Promise<() => Promise<void>> {
  isShown.value = true
  await mountVue(() => h(KeepAlive, () => (isShown.value ? h(SimulatedConfigView, { connection }) : h(HaiiloButton))))
  return () => {
    isShown.value = false
    return nextTick()
  }
}
