import { Component } from '@angular/core'
import { HaiiloHostFailed, HaiiloHostReady } from '@haiilo-kit/angular'

import { LunchProblem } from './lunch-problem.js'
import { LunchSettings } from './lunch-settings.js'
import { LunchWaiting } from './lunch-waiting.js'

/** The plug-in's own settings page. Its "save" button is the host's. */
@Component({
  selector: 'lunch-settings-app',
  imports: [HaiiloHostFailed, HaiiloHostReady, LunchProblem, LunchSettings, LunchWaiting],
  template: `
    <lunch-settings *haiiloHostReady="let host; loading: loading; failed: failed" />
    <ng-template #loading><lunch-waiting /></ng-template>
    <ng-template #failed haiiloHostFailed let-error let-retry="retry">
      <lunch-problem [error]="error" (retry)="retry()" />
    </ng-template>
  `,
})
export class SettingsApp {}
