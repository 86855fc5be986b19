import type { ApplicationRef } from '@angular/core'
import { bootstrapApplication, type BootstrapContext } from '@angular/platform-browser'
import { provideServerRendering, renderApplication } from '@angular/platform-server'
import { expect, test, vi } from 'vitest'

import { provideServerPage, ServerPage } from './server-page.js'

test('renders on a server the tags with their attributes and content, without a complaint', async () => {
  const complaints = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')]
  const html = await renderApplication(bootstrap, {
    document: '<!doctype html><html><head></head><body><app-root></app-root></body></html>',
    url: 'https://plugin.example.com/',
    allowedHosts: ['plugin.example.com'],
  })
  // what hydration.browser.test.ts takes over
  await expect(html.replace(/ ng-version="[^"]*"/, '')).toMatchFileSnapshot('server-page.snap')
  for (const complaint of complaints) expect(complaint).not.toHaveBeenCalled()
})

function bootstrap(context: BootstrapContext): Promise<ApplicationRef> {
  return bootstrapApplication(ServerPage, { providers: [provideServerRendering(), ...provideServerPage()] }, context)
}
