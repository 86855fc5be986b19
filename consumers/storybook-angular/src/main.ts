import { bootstrapApplication } from '@angular/platform-browser'
import { provideHaiiloHost } from '@haiilo-kit/angular'
import { Lunch } from './lunch'

await bootstrapApplication(Lunch, { providers: [provideHaiiloHost({})] })
