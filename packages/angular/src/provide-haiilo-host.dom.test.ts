import { createEnvironmentInjector, EnvironmentInjector, inject, InjectionToken } from '@angular/core'
import { TestBed } from '@angular/core/testing'
import { loadLunch } from '@haiilo-kit/test-kit'
import { expect, test, vi } from 'vitest'
import '../test/set-up-test-bed.js'
import { HaiiloHostService } from './haiilo-host-service.js'
import { provideHaiiloHost } from './provide-haiilo-host.js'

const TIMEOUT = new InjectionToken<number>('timeout')

test('creates a host from options on first use, and closes it with its injector', async () => {
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

test('does not create a host before first use', () => {
  const options = vi.fn(() => ({}))
  createEnvironmentInjector([provideHaiiloHost(options)], TestBed.inject(EnvironmentInjector)).destroy()
  expect(options).not.toHaveBeenCalled()
})

test('calls a function for the options, which may call inject()', async () => {
  const { options } = loadLunch({ fault: 'silent' })
  TestBed.configureTestingModule({
    providers: [
      { provide: TIMEOUT, useValue: 25 },
      provideHaiiloHost(() => ({ ...options, timeout: inject(TIMEOUT) })),
    ],
  })
  await expect(TestBed.inject(HaiiloHostService).host.ready()).rejects.toThrow('within 25 ms')
})

test('accepts a host from a function, and keeps it open', async () => {
  const { host } = loadLunch()
  const injector = createEnvironmentInjector([provideHaiiloHost(() => host)], TestBed.inject(EnvironmentInjector))
  expect(injector.get(HaiiloHostService).host).toBe(host)
  await host.ready()
  injector.destroy()
  expect(host.getSnapshot().status).toBe('ready')
})

test.each([
  ['undefined', undefined],
  ['a host and options in an object', { host: loadLunch, options: {} }],
  ['options in an object', { options: {} }],
])('throws a TypeError for %s, and on first use for a function that returns it', (_, given) => {
  // a cast: the types forbid it
  const wrong = given as unknown as Parameters<typeof provideHaiiloHost>[0]
  expect(() => provideHaiiloHost(wrong)).toThrow(TypeError)
  expect(() => provideHaiiloHost(wrong)).toThrow('provideHaiiloHost()')
  TestBed.configureTestingModule({ providers: [provideHaiiloHost((() => given) as () => object)] })
  expect(() => TestBed.inject(HaiiloHostService)).toThrow(TypeError)
})
