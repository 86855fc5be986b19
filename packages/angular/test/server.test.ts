import { Component, ErrorHandler } from '@angular/core'
import { bootstrapApplication } from '@angular/platform-browser'
import { provideServerRendering, renderApplication } from '@angular/platform-server'
import { provideRouter, RouterOutlet } from '@angular/router'
import { loadLunch } from '@haiilo-kit/test-kit'
import { expect, test } from 'vitest'
import {
  createHaiiloHost,
  HaiiloHeight,
  HaiiloHostReady,
  injectHaiiloHost,
  provideHaiiloHost,
  type HaiiloHost,
} from '../src/index.js'
import { haiiloHostReadyGuard } from '../src/router/index.js'

@Component({
  selector: 'app-root',
  imports: [HaiiloHeight, HaiiloHostReady, RouterOutlet],
  template: `
    <main haiiloHeight>
      {{ status() }}
      <p *haiiloHostReady="let host; loading: loading">{{ host.context.userName }}</p>
      <ng-template #loading>one moment</ng-template>
      <p><router-outlet /></p>
    </main>
  `,
})
class App {
  readonly status = injectHaiiloHost().status
}

@Component({ selector: 'app-lunch', template: 'lunch' })
class LunchPage {}

@Component({ selector: 'app-root', template: '{{ host.context().userName }}' })
class Unguarded {
  readonly host = injectHaiiloHost()
}

async function render(
  view: typeof App | typeof Unguarded,
  host: HaiiloHost,
): Promise<{ text: string; errors: unknown[] }> {
  const errors: unknown[] = []
  const handleError = (error: unknown): void => void errors.push(error)
  const canActivate = [haiiloHostReadyGuard({ failed: '/problem' })]
  const providers = [
    provideServerRendering(),
    provideHaiiloHost(host),
    provideRouter([{ path: 'lunch', component: LunchPage, canActivate }]),
    { provide: ErrorHandler, useValue: { handleError } },
  ]
  const html = await renderApplication((context) => bootstrapApplication(view, { providers }, context), {
    document: '<html><body><app-root></app-root></body></html>',
    url: 'https://plugin.example.com/lunch',
    allowedHosts: ['plugin.example.com'],
  })
  const [, body = ''] = /<app-root.*?>(.*)<\/app-root>/s.exec(html) ?? []
  return { text: body.replace(/<.*?>/gs, ' ').trim().replace(/\s+/g, ' '), errors }
}

test('renders connecting on a server without a DOM, and the guard allows the route', async () => {
  expect(globalThis).not.toHaveProperty('window')
  expect(await render(App, createHaiiloHost())).toEqual({ text: 'connecting one moment lunch', errors: [] })
})

test('does not open the host on a server, and renders connecting even for a ready host', async () => {
  const silent = loadLunch({ fault: 'silent' })
  expect((await render(App, silent.host)).text).toBe('connecting one moment lunch')
  expect(silent.inits()).toBe(0)
  const { host } = loadLunch()
  await host.ready()
  expect((await render(App, host)).text).toBe('connecting one moment lunch')
})

test('throws ERR_HOST_NOT_READY when the context is read on a server', async () => {
  const { errors } = await render(Unguarded, createHaiiloHost())
  expect(errors[0]).toMatchObject({ code: 'ERR_HOST_NOT_READY' })
})
