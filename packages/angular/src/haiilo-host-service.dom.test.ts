import {
  ChangeDetectionStrategy,
  Component,
  createEnvironmentInjector,
  EnvironmentInjector,
  inject,
} from '@angular/core'
import { TestBed } from '@angular/core/testing'
import { HaiiloError } from '@haiilo-kit/core'
import { loadLunch, loadSettings, type Lunch } from '@haiilo-kit/test-kit'
import { expect, test, vi } from 'vitest'
import '../test/set-up-test-bed.js'
import { HaiiloHostService } from './haiilo-host-service.js'
import { injectHaiiloHost } from './inject-haiilo-host.js'
import { provideHaiiloHost } from './provide-haiilo-host.js'

function serviceOf({ host }: Lunch): HaiiloHostService {
  TestBed.configureTestingModule({ providers: [provideHaiiloHost(host)] })
  return TestBed.inject(HaiiloHostService)
}

test('has signals of the snapshot and its fields', async () => {
  const lunch = loadLunch()
  const service = serviceOf(lunch)
  expect([service.status(), service.error(), service.snapshot()]).toEqual([
    'connecting',
    undefined,
    { status: 'connecting' },
  ])
  await lunch.host.ready()
  expect(service.snapshot()).toBe(lunch.host.getSnapshot())
  expect(service.status()).toBe('ready')
  expect(service.context()).toBe(lunch.host.getSnapshot().context)
  expect(service.config()).toEqual({ canteen: 'north' })
  lunch.host.close()
  expect(service.status()).toBe('closed')
})

test('has the error of a failed host', async () => {
  const lunch = loadLunch({ fault: 'tampered' })
  const { status, error } = serviceOf(lunch)
  await vi.waitFor(() => expect(status()).toBe('failed'))
  expect(error()).toBe(lunch.host.getSnapshot().error)
})

test.each(['context', 'config'] as const)(
  'throws ERR_HOST_NOT_READY when `%s` is read before the host is ready',
  async (name) => {
    const lunch = loadLunch()
    const service = serviceOf(lunch)
    expect(() => service[name]()).toThrow(expect.objectContaining({ code: 'ERR_HOST_NOT_READY' }))
    expect(() => service[name]()).toThrow('*haiiloHostReady')
    await lunch.host.ready()
    expect(service[name]()).toBe(lunch.host.getSnapshot()[name])
  },
)

test('has the commands of the host, which work unbound', async () => {
  const lunch = loadLunch()
  const service = serviceOf(lunch)
  expect(service.host).toBe(lunch.host)
  for (const command of ['send', 'request', 'setHeight', 'getToken', 'close'] as const) {
    expect(service[command]).toBe(lunch.host[command])
  }
  const { on, retry, close, getToken } = service
  const received: unknown[] = []
  const stop = on('edit', ({ claims }) => received.push(claims['stt.edit']))
  await getToken()
  await lunch.setEditing(true)
  stop()
  await lunch.setEditing(false)
  expect(received).toEqual([true])
  close()
  retry()
  await lunch.host.ready()
  expect(service.status()).toBe('ready')
})

test('changes a selection only when one of its members changes', async () => {
  const lunch = loadLunch()
  await lunch.host.ready()
  const service = serviceOf(lunch)
  const selection = service.select(({ context, issuer }) => [context?.userName, issuer])
  const before = selection()
  expect(before).toEqual(['Ada', 'https://home.example.com'])
  await lunch.setEditing(true)
  expect(service.snapshot().editing).toBe(true)
  expect(selection()).toBe(before)
  lunch.host.close()
  expect(selection()).toEqual([undefined, undefined])
})

test('renders a component again only when its selection changes', async () => {
  const lunch = loadLunch()
  await lunch.host.ready()
  TestBed.configureTestingModule({ providers: [provideHaiiloHost(lunch.host)] })
  const fixture = TestBed.createComponent(Counter)
  await fixture.whenStable()
  const before = fixture.componentInstance.renderings
  await lunch.setEditing(true)
  await fixture.whenStable()
  expect(fixture.componentInstance.renderings).toBe(before)
  lunch.host.close()
  await fixture.whenStable()
  expect(fixture.componentInstance.renderings).toBeGreaterThan(before)
})

test('emits messages while it has subscribers', async () => {
  const lunch = loadLunch()
  await lunch.host.ready()
  const { messages } = serviceOf(lunch)
  const edits = messages('edit')
  const received: unknown[] = []
  const subscription = edits.subscribe(({ claims }) => received.push(claims['stt.edit']))
  await lunch.setEditing(true)
  subscription.unsubscribe()
  await lunch.setEditing(false)
  expect(received).toEqual([true])
})

test('answers "save" until it is stopped', async () => {
  const { home, host } = await loadSettings()
  TestBed.configureTestingModule({ providers: [provideHaiiloHost(host)] })
  const stop = TestBed.inject(HaiiloHostService).onSave(() => ({ canteen: 'south' }))
  expect(await home.save()).toEqual({ canteen: 'south' })
  stop()
  expect(await home.save()).toBe(false)
})

test('answers "save" until the calling component is destroyed', async () => {
  const { home, host } = await loadSettings()
  TestBed.configureTestingModule({ providers: [provideHaiiloHost(host)] })
  const fixture = TestBed.createComponent(Settings)
  expect(await home.save()).toEqual({ canteen: 'west' })
  fixture.destroy()
  expect(await home.save()).toBe(false)
})

test('throws a TypeError from onSave() on a plug-in view', () => {
  const { onSave } = serviceOf(loadLunch())
  expect(() => onSave(() => true)).toThrow(TypeError)
})

test('throws ERR_PROVIDER_MISSING on each call without a provider', () => {
  const caught = ['first call', 'second call'].map(() => {
    try {
      return TestBed.runInInjectionContext(injectHaiiloHost)
    } catch (error) {
      return error
    }
  })
  for (const error of caught) {
    expect(error).toBeInstanceOf(HaiiloError)
    expect(error).toMatchObject({
      code: 'ERR_PROVIDER_MISSING',
      message: expect.stringContaining('provideHaiiloHost(host)') as string,
    })
  }
})

test('throws ERR_PROVIDER_MISSING when the service is injected without a provider', () => {
  expect(() => TestBed.inject(HaiiloHostService)).toThrow(expect.objectContaining({ code: 'ERR_PROVIDER_MISSING' }))
})

test('listens to a given host until the application ends, and keeps the host open', async () => {
  const lunch = loadLunch()
  await lunch.host.ready()
  const service = serviceOf(lunch)
  TestBed.resetTestingModule()
  await lunch.setEditing(true)
  expect(service.snapshot().editing).toBe(false)
  expect(lunch.host.getSnapshot().status).toBe('ready')
})

test('creates a separate service for routes with their own host', async () => {
  const [all, some] = [loadLunch(), loadLunch()]
  const service = serviceOf(all)
  const routes = createEnvironmentInjector([provideHaiiloHost(some.host)], TestBed.inject(EnvironmentInjector))
  expect(routes.get(HaiiloHostService).host).toBe(some.host)
  expect(service.host).toBe(all.host)
})

@Component({
  selector: 'test-counter',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: '{{ show(name()) }}',
})
class Counter {
  renderings = 0
  readonly name = injectHaiiloHost().select(({ context }) => context?.userName)

  show(name: string | undefined): string {
    this.renderings += 1
    return String(name)
  }
}

@Component({ selector: 'test-settings', template: '' })
class Settings {
  constructor() {
    inject(HaiiloHostService).onSave(() => ({ canteen: 'west' }))
  }
}
