import { Component, signal } from '@angular/core'
import { TestBed } from '@angular/core/testing'
import type { ObserveHeightOptions } from '@haiilo-kit/core'
import { loadLunch } from '@haiilo-kit/test-kit'
import { expect, test, vi } from 'vitest'
import '../test/set-up-test-bed.js'
import { HaiiloHeight } from './haiilo-height.js'
import { provideHaiiloHost } from './provide-haiilo-host.js'

@Component({
  imports: [HaiiloHeight],
  template: `
    @if (shown()) {
      <main [haiiloHeight]="options()" style="height: 10px"></main>
    }
  `,
})
class Menu {
  readonly shown = signal(true)
  readonly options = signal<ObserveHeightOptions | undefined>({ min: 5_000 })
}

test('updates when its options change, and keeps the last height after its element is removed', async () => {
  const { host, home } = loadLunch()
  await host.ready()
  TestBed.configureTestingModule({ providers: [provideHaiiloHost(host)] })
  const fixture = TestBed.createComponent(Menu)
  const menu = fixture.componentInstance
  await vi.waitFor(() => expect(home.height).toBe(5_000))
  menu.options.set({ min: 6_000 })
  await vi.waitFor(() => expect(home.height).toBe(6_000))
  menu.options.set(undefined)
  await vi.waitFor(() => expect(home.height).toBeLessThan(5_000))
  const last = home.height
  menu.shown.set(false)
  await fixture.whenStable()
  await new Promise(requestAnimationFrame)
  await new Promise(requestAnimationFrame)
  expect(home.height).toBe(last)
})
