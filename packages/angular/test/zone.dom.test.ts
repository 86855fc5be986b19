// must be the first import, because zone.js patches the APIs of the browser
import './set-up-zone.js'
import {
  afterEveryRender,
  ApplicationRef,
  ChangeDetectionStrategy,
  Component,
  Injector,
  NgZone,
  provideZoneChangeDetection,
  type DoCheck,
} from '@angular/core'
import { TestBed, type ComponentFixture } from '@angular/core/testing'
import { createHaiiloHost, type HostTransport } from '@haiilo-kit/core'
import { createSimulatedHost } from '@haiilo-kit/simulator'
import { loadLunch, type Lunch } from '@haiilo-kit/test-kit'
import { expect, onTestFinished, test, vi } from 'vitest'
import { HaiiloHeight, HaiiloHostService, injectHaiiloHost, provideHaiiloHost } from '../src/index.js'
import './set-up-test-bed.js'

let checks = 0

@Component({ selector: 'test-signals', changeDetection: ChangeDetectionStrategy.OnPush, template: '{{ status() }}' })
class Signals {
  readonly status = injectHaiiloHost().status
}

/** Reads no signal in its template, so it only updates when change detection runs. */
@Component({
  selector: 'test-fields',
  imports: [Signals],
  // eslint-disable-next-line @angular-eslint/prefer-on-push-component-change-detection -- the test covers the change detection that apps with zone.js use
  changeDetection: ChangeDetectionStrategy.Eager,
  template: '<test-signals /> {{ host.getSnapshot().status }} {{ edits }}',
})
class Fields implements DoCheck {
  readonly #service = injectHaiiloHost()
  readonly host = this.#service.host
  edits = 0

  constructor() {
    this.#service.messages('edit').subscribe(() => (this.edits += 1))
  }

  ngDoCheck(): void {
    checks += 1
  }
}

function provide(host: Lunch['host']): void {
  TestBed.configureTestingModule({ providers: [provideZoneChangeDetection(), provideHaiiloHost(host)] })
}

function show(host: Lunch['host']): ComponentFixture<Fields> {
  provide(host)
  const fixture = TestBed.createComponent(Fields)
  fixture.autoDetectChanges()
  return fixture
}

function textOf({ nativeElement }: ComponentFixture<unknown>): string {
  return (nativeElement as HTMLElement).textContent
}

/** Counts the runs of change detection from now on. */
async function countRounds(): Promise<() => number> {
  let rounds = 0
  afterEveryRender(() => (rounds += 1), { injector: TestBed.inject(Injector) })
  // the registration itself causes one run
  await TestBed.inject(ApplicationRef).whenStable()
  const before = rounds
  return () => rounds - before
}

test('this file runs with zone.js', () => {
  provide(loadLunch().host)
  expect(TestBed.inject(NgZone).constructor.name).toMatch(/NgZone/)
  expect(NgZone.isInAngularZone()).toBe(false)
  TestBed.inject(NgZone).run(() => expect(NgZone.isInAngularZone()).toBe(true))
})

test('updates OnPush and other components with one change detection run per change', async () => {
  const { host } = loadLunch()
  const fixture = show(host)
  expect(textOf(fixture)).toBe('connecting connecting 0')
  await host.ready()
  expect(textOf(fixture)).toBe('ready ready 0')
  const rounds = await countRounds()
  const before = checks
  host.close()
  expect(textOf(fixture)).toBe('closed closed 0')
  await fixture.whenStable()
  expect({ rounds: rounds(), checks: checks - before }).toEqual({ rounds: 1, checks: 1 })
})

test('runs change detection only for messages that change something', async () => {
  const { host, home } = loadLunch()
  const fixture = show(host)
  await host.ready()
  await fixture.whenStable()
  const rounds = await countRounds()
  await host.getToken({ fresh: true })
  home.send('somethingElse', {})
  await host.getToken({ fresh: true })
  expect(rounds()).toBe(0)
  host.close()
  expect(rounds()).toBe(1)
})

test('calls message handlers inside the zone, and listens outside it', async () => {
  const { host, home } = loadLunch()
  const fixture = show(host)
  await host.ready()
  const { messages, on } = TestBed.inject(HaiiloHostService)
  const inside: boolean[] = []
  messages('edit').subscribe(() => inside.push(NgZone.isInAngularZone()))
  on('edit', () => inside.push(NgZone.isInAngularZone()))
  const raw: boolean[] = []
  host.on('edit', () => raw.push(NgZone.isInAngularZone()))
  home.send('edit', { 'stt.edit': true })
  await vi.waitFor(() => expect(raw).toEqual([false]))
  expect(inside).toEqual([true, true])
  await vi.waitFor(() => expect(textOf(fixture)).toBe('ready ready 1'))
})

test('opens the host outside the zone, even after a retry from inside it', async () => {
  const { options } = loadLunch()
  const zones: boolean[] = []
  const transport: HostTransport = {
    ...options.transport!,
    listen(receiver) {
      zones.push(NgZone.isInAngularZone())
      return options.transport!.listen(receiver)
    },
  }
  const host = createHaiiloHost({ ...options, transport })
  onTestFinished(host.close)
  provide(host)
  const service = TestBed.inject(NgZone).run(() => TestBed.inject(HaiiloHostService))
  await host.ready()
  host.close()
  TestBed.inject(NgZone).run(service.retry)
  await host.ready()
  expect(service.status()).toBe('ready')
  expect(zones).toEqual([false, false])
})

test('calls the handler of "save" inside the zone', async () => {
  const home = createSimulatedHost()
  const host = createHaiiloHost(home.connect('config'))
  onTestFinished(() => {
    host.close()
    home.close()
  })
  await host.ready()
  provide(host)
  TestBed.inject(HaiiloHostService).onSave(() => ({ inside: NgZone.isInAngularZone() }))
  expect(await home.save()).toEqual({ inside: true })
})

@Component({ imports: [HaiiloHeight], template: '<main haiiloHeight></main>' })
class Menu {}

test('observes heights outside the zone', async () => {
  const { host } = loadLunch()
  await host.ready()
  const zones: boolean[] = []
  const { observe } = ResizeObserver.prototype
  vi.spyOn(ResizeObserver.prototype, 'observe').mockImplementation(function (this: ResizeObserver, element) {
    zones.push(NgZone.isInAngularZone())
    observe.call(this, element)
  })
  onTestFinished(() => void vi.restoreAllMocks())
  provide(host)
  TestBed.inject(NgZone).run(() => TestBed.createComponent(Menu).autoDetectChanges())
  await vi.waitFor(() => expect(zones.length).toBeGreaterThan(0))
  expect(new Set(zones)).toEqual(new Set([false]))
})
