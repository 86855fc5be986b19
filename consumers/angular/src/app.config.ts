import type { ApplicationConfig } from '@angular/core'
import { provideClientHydration } from '@angular/platform-browser'
import { provideHaiiloHost } from '@haiilo-kit/angular'

export const appConfig: ApplicationConfig = {
  providers: [provideClientHydration(), provideHaiiloHost({})],
}
