import type { ApplicationRef } from '@angular/core'
import { bootstrapApplication, type BootstrapContext } from '@angular/platform-browser'
import { provideServerRendering, renderApplication } from '@angular/platform-server'
import { expect, test, vi } from 'vitest'

import { provideServerPage, ServerPage } from './server-page.js'

test('renders tags with attributes and content on a server without an error', async () => {
  const spies = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')]
  const html = await renderApplication(bootstrap, {
    document: '<!doctype html><html><head></head><body><app-root></app-root></body></html>',
    url: 'https://plugin.example.com/',
    allowedHosts: ['plugin.example.com'],
  })
  // hydration.browser.test.ts hydrates this markup
  await expect(html.replace(/ ng-version="[^"]*"/, '')).toMatchFileSnapshot('server-page.snap')
  for (const spy of spies) expect(spy).not.toHaveBeenCalled()
})

function bootstrap(context: BootstrapContext): Promise<ApplicationRef> {
  return bootstrapApplication(ServerPage, { providers: [provideServerRendering(), ...provideServerPage()] }, context)
}
