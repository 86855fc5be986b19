import { Component } from '@angular/core'
import { HaiiloHostFailed, HaiiloHostReady } from '@haiilo-kit/angular'

import { LunchMenu } from './lunch-menu.js'
import { LunchProblem } from './lunch-problem.js'
import { LunchWaiting } from './lunch-waiting.js'

/** The root component. Shows the menu as soon as the host is verified. */
@Component({
  selector: 'lunch-app',
  imports: [HaiiloHostFailed, HaiiloHostReady, LunchMenu, LunchProblem, LunchWaiting],
  template: `
    <lunch-menu *haiiloHostReady="let host; loading: loading; failed: failed" />
    <ng-template #loading><lunch-waiting /></ng-template>
    <ng-template #failed haiiloHostFailed let-error let-retry="retry">
      <lunch-problem [error]="error" (retry)="retry()" />
    </ng-template>
  `,
})
export class App {}
