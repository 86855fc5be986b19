import {
  ChangeDetectionStrategy,
  Component,
  createEnvironmentInjector,
  EnvironmentInjector,
  inject,
} from '@angular/core'
import { TestBed } from '@angular/core/testing'
import { createHaiiloHost, HaiiloError } from '@haiilo-kit/core'
import { createSimulatedHost } from '@haiilo-kit/simulator'
import { loadLunch, type Lunch } from '@haiilo-kit/test-kit'
import { expect, onTestFinished, test, vi } from 'vitest'
import '../test/set-up-test-bed.js'
import { HaiiloHostService } from './haiilo-host-service.js'
import { injectHaiiloHost } from './inject-haiilo-host.js'
import { provideHaiiloHost } from './provide-haiilo-host.js'

function serviceOf({ host }: Lunch): HaiiloHostService {
  TestBed.configureTestingModule({ providers: [provideHaiiloHost(host)] })
  return TestBed.inject(HaiiloHostService)
}

async function edit({ home, host }: Lunch, editing: boolean): Promise<void> {
  home.send('edit', { 'stt.edit': editing })
  await vi.waitFor(() => expect(host.getSnapshot().editing).toBe(editing))
}

/** A host whose page is the configuration view. */
function loadSettings(): { home: ReturnType<typeof createSimulatedHost>; host: Lunch['host'] } {
  const home = createSimulatedHost()
  const host = createHaiiloHost({ ...home.connect('config'), onWarning: () => undefined })
  onTestFinished(() => {
    host.close()
    home.close()
  })
  return { home, host }
}

test('knows the snapshot, and its parts', async () => {
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

test('knows why there is no host', async () => {
  const lunch = loadLunch({ fault: 'tampered' })
  const { status, error } = serviceOf(lunch)
  await vi.waitFor(() => expect(status()).toBe('failed'))
  expect(error()).toBe(lunch.host.getSnapshot().error)
})

test.each(['context', 'config'] as const)(
  'says what to do when `%s` is read too early, and works later',
  async (name) => {
    const lunch = loadLunch()
    const service = serviceOf(lunch)
    expect(() => service[name]()).toThrow(expect.objectContaining({ code: 'ERR_HOST_NOT_READY' }))
    expect(() => service[name]()).toThrow('*haiiloHostReady')
    await lunch.host.ready()
    expect(service[name]()).toBe(lunch.host.getSnapshot()[name])
  },
)

test('has the commands of the host, which work by themselves', async () => {
  const lunch = loadLunch()
  const service = serviceOf(lunch)
  expect(service.host).toBe(lunch.host)
  for (const command of ['send', 'request', 'setHeight', 'getToken', 'close'] as const) {
    expect(service[command]).toBe(lunch.host[command])
  }
  const { on, retry, close, getToken } = service
  const heard: unknown[] = []
  const stop = on('edit', ({ claims }) => heard.push(claims['stt.edit']))
  await getToken()
  await edit(lunch, true)
  stop()
  await edit(lunch, false)
  expect(heard).toEqual([true])
  close()
  retry()
  await lunch.host.ready()
  expect(service.status()).toBe('ready')
})

test('selects what changes only when something in it does', async () => {
  const lunch = loadLunch()
  await lunch.host.ready()
  const service = serviceOf(lunch)
  const selection = service.select(({ context, issuer }) => [context?.userName, issuer])
  const before = selection()
  expect(before).toEqual(['Ada', 'https://home.example.com'])
  await edit(lunch, true)
  expect(service.snapshot().editing).toBe(true)
  expect(selection()).toBe(before)
  lunch.host.close()
  expect(selection()).toEqual([undefined, undefined])
})

test('renders a component anew only when what it selects changes', async () => {
  const lunch = loadLunch()
  await lunch.host.ready()
  TestBed.configureTestingModule({ providers: [provideHaiiloHost(lunch.host)] })
  const fixture = TestBed.createComponent(Counter)
  await fixture.whenStable()
  const before = fixture.componentInstance.renderings
  await edit(lunch, true)
  await fixture.whenStable()
  expect(fixture.componentInstance.renderings).toBe(before)
  lunch.host.close()
  await fixture.whenStable()
  expect(fixture.componentInstance.renderings).toBeGreaterThan(before)
})

test('gives messages to whoever is subscribed', async () => {
  const lunch = loadLunch()
  await lunch.host.ready()
  const { messages } = serviceOf(lunch)
  const edits = messages('edit')
  const heard: unknown[] = []
  const subscription = edits.subscribe(({ claims }) => heard.push(claims['stt.edit']))
  await edit(lunch, true)
  subscription.unsubscribe()
  await edit(lunch, false)
  expect(heard).toEqual([true])
})

test('answers "save" until it is stopped', async () => {
  const { home, host } = loadSettings()
  TestBed.configureTestingModule({ providers: [provideHaiiloHost(host)] })
  await host.ready()
  const stop = TestBed.inject(HaiiloHostService).onSave(() => ({ canteen: 'south' }))
  expect(await home.save()).toEqual({ canteen: 'south' })
  stop()
  expect(await home.save()).toBe(false)
})

test('answers "save" until the component that asked is destroyed', async () => {
  const { home, host } = loadSettings()
  await host.ready()
  TestBed.configureTestingModule({ providers: [provideHaiiloHost(host)] })
  const fixture = TestBed.createComponent(Settings)
  expect(await home.save()).toEqual({ canteen: 'west' })
  fixture.destroy()
  expect(await home.save()).toBe(false)
})

test('says that only a configuration view saves', () => {
  const { onSave } = serviceOf(loadLunch())
  expect(() => onSave(() => true)).toThrow(TypeError)
})

test('says each time what to do where nothing is provided', () => {
  const caught = [HaiiloHostService, HaiiloHostService].map(() => {
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

test('says what to do when the service is injected by its class where nothing is provided', () => {
  expect(() => TestBed.inject(HaiiloHostService)).toThrow(expect.objectContaining({ code: 'ERR_PROVIDER_MISSING' }))
})

test('listens to a host that it was given until the application ends, and leaves it open', async () => {
  const lunch = loadLunch()
  await lunch.host.ready()
  const service = serviceOf(lunch)
  TestBed.resetTestingModule()
  await edit(lunch, true)
  expect(service.snapshot().editing).toBe(false)
  expect(lunch.host.getSnapshot().status).toBe('ready')
})

test('gives routes with a host of their own a service of their own', async () => {
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
