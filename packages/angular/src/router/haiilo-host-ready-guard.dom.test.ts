import { Component, inject, PLATFORM_ID, type Provider } from '@angular/core'
import { TestBed } from '@angular/core/testing'
import { provideRouter, Router, type Routes } from '@angular/router'
import { RouterTestingHarness } from '@angular/router/testing'
import { loadLunch, type Lunch } from '@haiilo-kit/test-kit'
import { expect, test } from 'vitest'
import '../../test/set-up-test-bed.js'
import { HaiiloHostService } from '../haiilo-host-service.js'
import { provideHaiiloHost } from '../provide-haiilo-host.js'
import { haiiloHostReadyGuard } from './haiilo-host-ready-guard.js'

@Component({ template: 'Enjoy, {{ host.context().userName }}' })
class LunchPage {
  readonly host = inject(HaiiloHostService)
}

@Component({ template: '{{ error()?.code }}' })
class ProblemPage {
  readonly error = inject(HaiiloHostService).error
}

const ready = haiiloHostReadyGuard({ failed: '/problem' })
const problem = { path: 'problem', component: ProblemPage }

const ways: [string, Routes][] = [
  ['canActivate', [{ path: 'lunch', component: LunchPage, canActivate: [ready] }, problem]],
  ['canMatch', [{ path: 'lunch', component: LunchPage, canMatch: [ready] }, problem]],
  [
    'canActivateChild, also above the page it redirects to',
    [{ path: '', canActivateChild: [ready], children: [{ path: 'lunch', component: LunchPage }, problem] }],
  ],
]

function open({ host }: Lunch, routes: Routes, ...providers: Provider[]): Promise<RouterTestingHarness> {
  TestBed.configureTestingModule({
    providers: [provideHaiiloHost(host), provideRouter(routes), ...providers],
  })
  return RouterTestingHarness.create()
}

test.each(ways)('waits for the host, as %s', async (_, routes) => {
  const harness = await open(loadLunch(), routes)
  await harness.navigateByUrl('/lunch?day=1')
  expect(harness.routeNativeElement?.textContent).toBe('Enjoy, Ada')
  expect(TestBed.inject(Router).url).toBe('/lunch?day=1')
})

test.each(ways)('redirects when the connection fails, without data in the URL, as %s', async (_, routes) => {
  const harness = await open(loadLunch({ fault: 'tampered' }), routes)
  await harness.navigateByUrl('/lunch?day=1')
  expect(harness.routeNativeElement?.textContent).toBe('ERR_TOKEN_SIGNATURE')
  expect(TestBed.inject(Router).url).toBe('/problem')
})

test('allows the route after a retry', async () => {
  const lunch = loadLunch({ fault: 'tampered' })
  const harness = await open(lunch, ways[0]![1])
  await harness.navigateByUrl('/lunch')
  lunch.home.setFault(undefined)
  TestBed.inject(HaiiloHostService).retry()
  await harness.navigateByUrl('/lunch')
  expect(harness.routeNativeElement?.textContent).toBe('Enjoy, Ada')
})

test('redirects when the host is closed', async () => {
  const lunch = loadLunch()
  await lunch.host.ready()
  const harness = await open(lunch, ways[0]![1])
  lunch.host.close()
  await harness.navigateByUrl('/lunch')
  expect(TestBed.inject(Router).url).toBe('/problem')
})

test('allows the route at once on a server', async () => {
  const lunch = loadLunch({ fault: 'silent' })
  const page = { path: 'lunch', component: ProblemPage, canActivate: [ready] }
  const harness = await open(lunch, [page], { provide: PLATFORM_ID, useValue: 'server' })
  await harness.navigateByUrl('/lunch')
  expect(TestBed.inject(Router).url).toBe('/lunch')
  expect(lunch.inits()).toBe(0)
})

test('throws ERR_PROVIDER_MISSING without a provider', async () => {
  TestBed.configureTestingModule({ providers: [provideRouter(ways[0]![1])] })
  const harness = await RouterTestingHarness.create()
  await expect(harness.navigateByUrl('/lunch')).rejects.toMatchObject({ code: 'ERR_PROVIDER_MISSING' })
})
