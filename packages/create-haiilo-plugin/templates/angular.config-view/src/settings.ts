import { Component } from '@angular/core'
import { HaiiloHeight, injectHaiiloHost } from '@haiilo-kit/angular'
import { HaiiloConfigForm } from '@haiilo-kit/ui/angular'

import { fields } from './fields'

/** The settings page of the plug-in. The "save" button belongs to Haiilo Home. */
@Component({
  selector: 'app-root',
  imports: [HaiiloConfigForm, HaiiloHeight],
  template: `<main haiiloHeight class="plugin"><haiilo-config-form [host]="host" [fields]="fields" /></main>`,
})
export class Settings {
  protected readonly host = injectHaiiloHost().host
  protected readonly fields = fields
}
