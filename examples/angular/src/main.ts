import { bootstrapApplication } from '@angular/platform-browser'
import { provideHaiiloHost } from '@haiilo-kit/angular'
import '@haiilo-kit/example-lunch/page.css'

import { App } from './app.js'
import { host } from './host.js'

void bootstrapApplication(App, { providers: [provideHaiiloHost(host)] })
