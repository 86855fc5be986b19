import { Component, ErrorHandler, signal, type OnDestroy, type Type } from '@angular/core'
import { TestBed, type ComponentFixture } from '@angular/core/testing'
import { loadLunch, type Lunch } from '@haiilo-kit/test-kit'
import { expect, test, vi } from 'vitest'
import '../test/set-up-test-bed.js'
import { HaiiloHostFailed } from './haiilo-host-failed.js'
import { HaiiloHostReady } from './haiilo-host-ready.js'
import { provideHaiiloHost } from './provide-haiilo-host.js'

let created = 0
const destroyed: unknown[] = []

@Component({ selector: 'test-lunch', template: 'lunch' })
class LunchView implements OnDestroy {
  readonly number = (created += 1)

  ngOnDestroy(): void {
    destroyed.push(this.number)
  }
}

@Component({
  imports: [HaiiloHostFailed, HaiiloHostReady, LunchView],
  template: `
    <p
      *haiiloHostReady="
        let host;
        let context = context;
        let config = config;
        loading: loading() ? one : two;
        failed: failed
      "
    >
      {{ host.context.userName }}, {{ context.userName }}, {{ config['canteen'] }}, {{ host.editing }} <test-lunch />
    </p>
    <ng-template #one>one moment</ng-template>
    <ng-template #two>two moments</ng-template>
    <ng-template #failed haiiloHostFailed let-error let-again="retry">
      <button (click)="again()">{{ error.code }}</button>
    </ng-template>
  `,
})
class Boundary {
  readonly loading = signal(true)
}

@Component({ imports: [HaiiloHostReady], template: '<p *haiiloHostReady>ready</p>' })
class Bare {}

function show<View>(
  view: Type<View>,
  { host }: Lunch,
): { fixture: ComponentFixture<View>; text: () => string; errors: unknown[] } {
  const errors: unknown[] = []
  const handleError = (error: unknown): void => void errors.push(error)
  TestBed.configureTestingModule({
    providers: [provideHaiiloHost(host), { provide: ErrorHandler, useValue: { handleError } }],
  })
  const fixture = TestBed.createComponent(view)
  const element = fixture.nativeElement as HTMLElement
  return { fixture, errors, text: () => element.textContent.trim().replace(/\s+/g, ' ') }
}

test('provides the snapshot, the context and the configuration of the ready host', async () => {
  const lunch = loadLunch()
  await lunch.host.ready()
  const { fixture, text } = show(Boundary, lunch)
  await fixture.whenStable()
  expect(text()).toBe('Ada, Ada, north, false lunch')
})

test('creates one view per state, and none for a new snapshot of the same state', async () => {
  const lunch = loadLunch()
  await lunch.host.ready()
  const { fixture, text } = show(Boundary, lunch)
  await fixture.whenStable()
  const before = created
  lunch.home.send('edit', { 'stt.edit': true })
  await vi.waitFor(() => expect(lunch.host.getSnapshot().editing).toBe(true))
  await fixture.whenStable()
  expect(text()).toBe('Ada, Ada, north, true lunch')
  expect(created).toBe(before)
  lunch.host.close()
  await fixture.whenStable()
  expect(text()).toBe('')
  expect(destroyed).toContain(before)
})

test('shows the latest loading template', async () => {
  const { fixture, text } = show(Boundary, loadLunch({ fault: 'silent' }))
  await fixture.whenStable()
  expect(text()).toBe('one moment')
  fixture.componentInstance.loading.set(false)
  await fixture.whenStable()
  expect(text()).toBe('two moments')
})

test('shows each failure, and retries', async () => {
  const lunch = loadLunch({ fault: 'tampered' })
  const { fixture, text } = show(Boundary, lunch)
  await lunch.host.ready().catch(() => undefined)
  await fixture.whenStable()
  expect(text()).toBe('ERR_TOKEN_SIGNATURE')
  lunch.home.setFault('expired')
  const element = fixture.nativeElement as HTMLElement
  element.querySelector('button')?.click()
  await lunch.host.ready().catch(() => undefined)
  await fixture.whenStable()
  expect(text()).toBe('ERR_TOKEN_EXPIRED')
  lunch.home.setFault(undefined)
  element.querySelector('button')?.click()
  await lunch.host.ready()
  await fixture.whenStable()
  expect(text()).toContain('Ada')
})

test('destroys its content before it could read a missing context', async () => {
  const lunch = loadLunch({ fault: 'other-user' })
  await lunch.host.ready()
  const { fixture, text, errors } = show(Boundary, lunch)
  await fixture.whenStable()
  await lunch.host.getToken({ fresh: true }).catch(() => undefined)
  await fixture.whenStable()
  expect(text()).toBe('ERR_IDENTITY_CHANGED')
  expect(errors).toEqual([])
})

test('passes each failure without a template to the error handler once', async () => {
  const lunch = loadLunch({ fault: 'tampered' })
  const { fixture, text, errors } = show(Bare, lunch)
  await lunch.host.ready().catch(() => undefined)
  await fixture.whenStable()
  fixture.detectChanges()
  expect(errors).toEqual([lunch.host.getSnapshot().error])
  lunch.host.retry()
  await lunch.host.ready().catch(() => undefined)
  await fixture.whenStable()
  expect(errors).toHaveLength(2)
  expect(errors[1]).toBe(lunch.host.getSnapshot().error)
  expect(text()).toBe('')
})

test('shows nothing while it connects, if there is no loading template', async () => {
  const { fixture, text } = show(Bare, loadLunch({ fault: 'silent' }))
  await fixture.whenStable()
  expect(text()).toBe('')
})
