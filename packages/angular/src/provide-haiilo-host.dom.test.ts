import { createEnvironmentInjector, EnvironmentInjector, inject, InjectionToken } from '@angular/core'
import { TestBed } from '@angular/core/testing'
import { loadLunch } from '@haiilo-kit/test-kit'
import { expect, test, vi } from 'vitest'
import '../test/set-up-test-bed.js'
import { HaiiloHostService } from './haiilo-host-service.js'
import { provideHaiiloHost } from './provide-haiilo-host.js'

const TIMEOUT = new InjectionToken<number>('timeout')

test('makes a host of options when it is asked for, and closes it with its injector', async () => {
  const { options, inits } = loadLunch()
  const injector = createEnvironmentInjector([provideHaiiloHost(options)], TestBed.inject(EnvironmentInjector))
  expect(inits()).toBe(0)
  const { host } = injector.get(HaiiloHostService)
  expect(injector.get(HaiiloHostService).host).toBe(host)
  await host.ready()
  expect(inits()).toBe(1)
  injector.destroy()
  expect(host.getSnapshot().status).toBe('closed')
})

test('never makes a host that nobody asks for', () => {
  const options = vi.fn(() => ({}))
  createEnvironmentInjector([provideHaiiloHost(options)], TestBed.inject(EnvironmentInjector)).destroy()
  expect(options).not.toHaveBeenCalled()
})

test('asks a function for the options, which may inject', async () => {
  const { options } = loadLunch({ fault: 'silent' })
  TestBed.configureTestingModule({
    providers: [
      { provide: TIMEOUT, useValue: 25 },
      provideHaiiloHost(() => ({ ...options, timeout: inject(TIMEOUT) })),
    ],
  })
  await expect(TestBed.inject(HaiiloHostService).host.ready()).rejects.toThrow('within 25 ms')
})

test('takes a host from a function, and leaves it open', async () => {
  const { host } = loadLunch()
  const injector = createEnvironmentInjector([provideHaiiloHost(() => host)], TestBed.inject(EnvironmentInjector))
  expect(injector.get(HaiiloHostService).host).toBe(host)
  await host.ready()
  injector.destroy()
  expect(host.getSnapshot().status).toBe('ready')
})

test.each([
  ['nothing', undefined],
  ['both inside an object', { host: loadLunch, options: {} }],
  ['options inside an object', { options: {} }],
])('refuses %s at once, and of a function when it is asked', (_, given) => {
  // a cast: the types forbid it
  const wrong = given as unknown as Parameters<typeof provideHaiiloHost>[0]
  expect(() => provideHaiiloHost(wrong)).toThrow(TypeError)
  expect(() => provideHaiiloHost(wrong)).toThrow('provideHaiiloHost()')
  TestBed.configureTestingModule({ providers: [provideHaiiloHost((() => given) as () => object)] })
  expect(() => TestBed.inject(HaiiloHostService)).toThrow(TypeError)
})
