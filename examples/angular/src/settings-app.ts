import { Component } from '@angular/core'
import { HaiiloHeight, injectHaiiloHost } from '@haiilo-kit/angular'
import { fields } from '@haiilo-kit/example-lunch/fields'
import '@haiilo-kit/example-lunch/lunch.css'
import { HaiiloConfigForm } from '@haiilo-kit/ui/angular'

/** The settings page of the plug-in. The kit renders the form from the fields. The "save" button belongs to the host. */
@Component({
  selector: 'lunch-settings-app',
  imports: [HaiiloConfigForm, HaiiloHeight],
  template: `<main haiiloHeight class="lunch"><haiilo-config-form [host]="host" [fields]="fields" /></main>`,
})
export class SettingsApp {
  protected readonly host = injectHaiiloHost().host
  protected readonly fields = fields
}
