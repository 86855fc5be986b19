import { createHaiiloHost } from '@haiilo-kit/core'
import { readConfig } from '@haiilo-kit/manifest/config'
import { createSimulatedHost } from '@haiilo-kit/simulator'
import '@haiilo-kit/ui/checkbox'

const fields = [{ key: 'canteen', type: 'text', default: 'north' }] as const

test('the user and the configuration are verified', async () => {
  const home = createSimulatedHost({ user: { userName: 'Ada' }, config: { canteen: 'south' } })
  const host = createHaiiloHost({ ...home.connect(), config: readConfig(fields) })
  const { context, config } = await host.ready()
  expect(context.userName).toBe('Ada')
  expect(config.canteen).toBe('south')
})

test('a forged token is refused', async () => {
  const home = createSimulatedHost({ fault: 'wrong-key' })
  const host = createHaiiloHost(home.connect())
  await expect(host.ready()).rejects.toMatchObject({ code: 'ERR_TOKEN_SIGNATURE' })
})

test('components of the UI kit work', async () => {
  const box = document.body.appendChild(document.createElement('haiilo-checkbox'))
  box.label = 'No nuts'
  await box.updateComplete
  expect(box.shadowRoot?.textContent).toContain('No nuts')
})
