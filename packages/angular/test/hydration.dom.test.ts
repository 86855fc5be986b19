import { Component, createEnvironmentInjector, type ApplicationConfig } from '@angular/core'
import { createApplication, provideClientHydration } from '@angular/platform-browser'
import { provideServerRendering } from '@angular/platform-server'
import { loadLunch } from '@haiilo-kit/test-kit'
import { expect, onTestFinished, test, vi } from 'vitest'
import { HaiiloHostReady, HaiiloHostService, injectHaiiloHost, provideHaiiloHost } from '../src/index.js'
import { renderAsServer, insertServerHtml } from './one-realm.js'

@Component({
  selector: 'contract-page',
  imports: [HaiiloHostReady],
  template: `
    <p *haiiloHostReady="let host; loading: loading" [title]="status()">{{ host.context.userName }},</p>
    <ng-template #loading><b>loading</b></ng-template>
    @if (status() === 'ready') {
      <i> and ready, </i>
    } @else {
      <em> and not ready, </em>
    }
    <u>{{ status() }}</u>
  `,
})
class Page {
  readonly status = injectHaiiloHost().status
}

test('hydrates server HTML and shows the current state, without duplicate content', async () => {
  const { host } = loadLunch()
  await host.ready()
  const provide = (): ApplicationConfig['providers'] => [provideHaiiloHost(host), provideClientHydration()]
  const html = await renderAsServer(Page, () => [provideServerRendering(), ...provide()])
  expect(html).toMatch(/loading.*and not ready.*connecting/s)
  const warn = vi.spyOn(console, 'warn')
  const element = document.body.appendChild(document.createElement('div'))
  const outside = insertServerHtml(html, element)
  const app = await createApplication({ providers: provide() })
  onTestFinished(() => {
    vi.restoreAllMocks()
    app.destroy()
    for (const node of [element, ...outside]) node.remove()
  })
  app.bootstrap(Page, element.querySelector('contract-page')!)
  expect(textOf(element)).toBe('Ada, and ready, ready')
  await app.whenStable()
  expect(textOf(element)).toBe('Ada, and ready, ready')
  expect(warn).not.toHaveBeenCalled()
  // an injector that is created later does not hydrate
  const later = createEnvironmentInjector([provideHaiiloHost(host)], app.injector)
  expect(later.get(HaiiloHostService).status()).toBe('ready')
})

function textOf({ textContent }: Element): string {
  return textContent.trim().replace(/\s+/g, ' ')
}
