import { Component } from '@angular/core'
import { HaiiloHeight, HaiiloHostFailed, HaiiloHostReady, type HaiiloHostFailure } from '@haiilo-kit/angular'
import { expectTypeOf } from 'vitest'
import type { LunchConfig } from './host.js'

@Component({
  imports: [HaiiloHeight, HaiiloHostFailed, HaiiloHostReady],
  template: `
    <main haiiloHeight>
      <p
        *haiiloHostReady="let host; let context = context; let config = config; loading: loading; failed: failed"
        (click)="take(host.config, context.userName, host.editing)"
      >
        {{ config.canteen }} {{ host.context.userLanguage }} {{ host.issuer }}
      </p>
      <p *haiiloHostReady>no names</p>
      <p *haiiloHostReady="let host; loading: undefined; failed: null">{{ host.origin }}</p>
      <ng-template #loading>One moment…</ng-template>
      <ng-template #failed haiiloHostFailed let-error let-same="error" let-retry="retry">
        <button (click)="retry()">{{ error.code }} {{ same.message }}</button>
      </ng-template>
    </main>
    <div [haiiloHeight]="{ min: 200, max: 900, reserve: 10 }"></div>
    <div [haiiloHeight]="undefined"></div>
  `,
})
export class Right {
  take(config: LunchConfig, userName: string | undefined, editing: boolean): void {
    expectTypeOf(config).toEqualTypeOf<LunchConfig>()
    expectTypeOf(userName).toEqualTypeOf<string | undefined>()
    expectTypeOf(editing).toEqualTypeOf<boolean>()
  }
}

expectTypeOf<HaiiloHostFailure['$implicit']>().toEqualTypeOf<HaiiloHostFailure['error']>()
