import { Component } from '@angular/core'
import { HaiiloHostReady, injectHaiiloHost } from '@haiilo-kit/angular'
import { HaiiloHostStatus } from '@haiilo-kit/ui/angular'

import { Checklist } from './checklist'

/** The root component. Shows the checklist as soon as the kit has verified Haiilo Home. */
@Component({
  selector: 'app-root',
  imports: [Checklist, HaiiloHostReady, HaiiloHostStatus],
  template: `
    <app-checklist *haiiloHostReady="let ready; loading: status; failed: status" />
    <ng-template #status>
      <main class="plugin"><haiilo-host-status [host]="host" /></main>
    </ng-template>
  `,
})
export class App {
  protected readonly host = injectHaiiloHost().host
}
