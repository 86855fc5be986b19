import { bootstrapApplication } from '@angular/platform-browser'
import { provideHaiiloHost } from '@haiilo-kit/angular'

import { App } from './app'
import { host } from './host'

void bootstrapApplication(App, { providers: [provideHaiiloHost(host)] })
