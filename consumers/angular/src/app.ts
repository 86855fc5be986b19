import { Component, signal } from '@angular/core'
import { describeError, HaiiloHeight, HaiiloHostReady } from '@haiilo-kit/angular'
import { HaiiloAlert, HaiiloTextField } from '@haiilo-kit/ui/angular'

@Component({
  selector: 'lunch-app',
  imports: [HaiiloAlert, HaiiloHeight, HaiiloHostReady, HaiiloTextField],
  template: `
    <main haiiloHeight *haiiloHostReady="let host; loading: loading; failed: failed">
      <h1>Enjoy, {{ host.context.userName }}</h1>
      <haiilo-text-field label="Note" [(value)]="note" />
      <p>Ordered: {{ note() }}</p>
    </main>
    <ng-template #loading><haiilo-alert>One moment…</haiilo-alert></ng-template>
    <ng-template #failed let-error>{{ describe(error) }}</ng-template>
  `,
})
export class App {
  readonly note = signal('')
  readonly describe = describeError
}
