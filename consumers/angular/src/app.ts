import { Component } from '@angular/core'
import { HaiiloHeight, HaiiloHostReady } from '@haiilo-kit/angular'

@Component({
  selector: 'lunch-app',
  imports: [HaiiloHeight, HaiiloHostReady],
  template: `
    <main haiiloHeight *haiiloHostReady="let host; loading: loading; failed: failed">
      <h1>Enjoy, {{ host.context.userName }}</h1>
    </main>
    <ng-template #loading>One moment…</ng-template>
    <ng-template #failed let-error>{{ error.message }}</ng-template>
  `,
})
export class App {}
