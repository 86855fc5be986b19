import { createSimulatedHost } from '@haiilo-kit/simulator'
import { expect, it, onTestFinished } from 'vitest'
import { createHaiiloHost } from '../connection/create-haiilo-host.js'
import { observeHeight } from './observe-height.js'

it('does nothing without layout', async () => {
  const home = createSimulatedHost()
  const host = createHaiiloHost(home.connect())
  onTestFinished(host.close)
  onTestFinished(home.close)
  const before = host.getSnapshot()
  const stop = observeHeight(host, document.body, { min: 100 })
  document.body.append('soup')
  await new Promise(requestAnimationFrame)
  stop()
  stop()
  expect(host.getSnapshot()).toBe(before)
  expect(home.log).toEqual([])
})

it('still throws for invalid arguments', () => {
  const host = createHaiiloHost(createSimulatedHost().connect())
  expect(() => observeHeight(host, document.documentElement)).toThrow(TypeError)
  expect(() => observeHeight(host, document.querySelector('main')!)).toThrow(TypeError)
})
