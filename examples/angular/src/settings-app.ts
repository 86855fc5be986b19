import { Component } from '@angular/core'
import { HaiiloHeight, injectHaiiloHost } from '@haiilo-kit/angular'
import { fields } from '@haiilo-kit/example-lunch/fields'
import '@haiilo-kit/example-lunch/lunch.css'
import { HaiiloConfigForm } from '@haiilo-kit/ui/angular'

/** The plug-in's own settings page: a form that the kit draws of the fields. Its "save" button is the host's. */
@Component({
  selector: 'lunch-settings-app',
  imports: [HaiiloConfigForm, HaiiloHeight],
  template: `<main haiiloHeight class="lunch"><haiilo-config-form [host]="host" [fields]="fields" /></main>`,
})
export class SettingsApp {
  protected readonly host = injectHaiiloHost().host
  protected readonly fields = fields
}
