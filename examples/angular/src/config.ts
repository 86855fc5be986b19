import { bootstrapApplication } from '@angular/platform-browser'
import { createHaiiloHost, provideHaiiloHost } from '@haiilo-kit/angular'
import '@haiilo-kit/example-lunch/page.css'

import { SettingsApp } from './settings-app.js'

/** The settings dialog of Haiilo Home embeds this page instead of `index.html`, so it has its own host. */
const host = createHaiiloHost({ view: 'config' })

void bootstrapApplication(SettingsApp, { providers: [provideHaiiloHost(host)] })
