import { Component, input } from '@angular/core'
import { HaiiloHeight, HaiiloHostFailed, HaiiloHostReady, injectHaiiloHost } from '@haiilo-kit/angular'

@Component({
  selector: 'lunch-page',
  imports: [HaiiloHeight, HaiiloHostFailed, HaiiloHostReady],
  template: `
    <main haiiloHeight *haiiloHostReady="let host; failed: problem">
      <h1>Enjoy, {{ host.context.userName }}</h1>
      <p>{{ dish() }}, {{ text() }}</p>
    </main>
    <ng-template #problem haiiloHostFailed let-error>
      <p role="alert">{{ error.code }}</p>
    </ng-template>
  `,
})
export class Lunch {
  readonly dish = input.required<string>()
  protected readonly home = injectHaiiloHost()

  protected text(): string {
    return JSON.stringify(this.home.config())
  }
}
