import { bootstrapApplication } from '@angular/platform-browser'
import { createHaiiloHost, provideHaiiloHost } from '@haiilo-kit/angular'

// The Angular CLI builds one page. The build copies it to `settings.html`, the settings page in the manifest
void (location.pathname.endsWith('/settings.html') ? showSettings() : showPlugin())

async function showPlugin(): Promise<void> {
  const [{ App }, { host }] = await Promise.all([import('./app'), import('./host')])
  await bootstrapApplication(App, { providers: [provideHaiiloHost(host)] })
}

async function showSettings(): Promise<void> {
  const { Settings } = await import('./settings')
  await bootstrapApplication(Settings, { providers: [provideHaiiloHost(createHaiiloHost({ view: 'config' }))] })
}
