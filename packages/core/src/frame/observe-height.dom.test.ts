import { createSimulatedHost } from '@haiilo-kit/simulator'
import { expect, it, onTestFinished } from 'vitest'
import { createHaiiloHost } from '../connection/create-haiilo-host.js'
import { observeHeight } from './observe-height.js'

it('does nothing if every box is empty', async () => {
  const home = createSimulatedHost()
  const host = createHaiiloHost(home.connect())
  onTestFinished(host.close)
  onTestFinished(home.close)
  await host.ready()
  const stop = observeHeight(host, document.body)
  document.body.append('soup')
  await new Promise(requestAnimationFrame)
  await new Promise(requestAnimationFrame)
  stop()
  expect(home.height).toBeUndefined()
})
