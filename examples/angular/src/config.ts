import { bootstrapApplication } from '@angular/platform-browser'
import { createHaiiloHost, provideHaiiloHost } from '@haiilo-kit/angular'
import '@haiilo-kit/example-lunch/page.css'

import { SettingsApp } from './settings-app.js'

/** The settings dialogue of Haiilo Home talks to a page of its own, so it is another view. */
const host = createHaiiloHost({ view: 'config' })

void bootstrapApplication(SettingsApp, { providers: [provideHaiiloHost(host)] })
