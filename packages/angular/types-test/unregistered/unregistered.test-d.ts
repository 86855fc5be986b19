import { provideHttpClient, withInterceptors } from '@angular/common/http'
import type { EnvironmentProviders, Signal } from '@angular/core'
import type { Routes } from '@angular/router'
import {
  createHaiiloHost,
  haiiloTokenInterceptor,
  injectHaiiloHost,
  provideHaiiloHost,
  type HaiiloError,
  type HaiiloHost,
  type HaiiloHostService,
  type HostContext,
  type RawConfig,
  type RegisteredConfig,
  type RegisteredHost,
  type VerifiedMessage,
} from '@haiilo-kit/angular'
import { haiiloHostReadyGuard } from '@haiilo-kit/angular/router'
import type { Observable } from 'rxjs'
import { expectTypeOf } from 'vitest'

const host = createHaiiloHost({ config: () => ({ canteen: 'north' }) })

expectTypeOf<RegisteredHost>().toEqualTypeOf<HaiiloHost>()
expectTypeOf<RegisteredConfig>().toEqualTypeOf<RawConfig>()

export function signals(): void {
  const service = injectHaiiloHost()
  expectTypeOf(service).toEqualTypeOf<HaiiloHostService>()
  expectTypeOf(service.context).toEqualTypeOf<Signal<HostContext>>()
  expectTypeOf(service.config).toEqualTypeOf<Signal<RawConfig>>()
  expectTypeOf(service.error).toEqualTypeOf<Signal<HaiiloError | undefined>>()
  expectTypeOf(service.status()).toEqualTypeOf<'connecting' | 'ready' | 'failed' | 'closed'>()
  expectTypeOf(service.host).toEqualTypeOf<HaiiloHost>()
  expectTypeOf(service.retry).toEqualTypeOf<() => void>()
  expectTypeOf(service.getToken()).toEqualTypeOf<Promise<string>>()

  const { status, context, error } = service.snapshot()
  if (status === 'ready') expectTypeOf(context).toEqualTypeOf<HostContext>()
  if (status === 'failed') expectTypeOf(error).toEqualTypeOf<HaiiloError>()
  expectTypeOf(service.select((snapshot) => snapshot.editing)()).toEqualTypeOf<boolean | undefined>()
}

export function handlers(): void {
  const { messages, on, onSave } = injectHaiiloHost()
  expectTypeOf(messages('edit')).toEqualTypeOf<Observable<VerifiedMessage<'edit'>>>()
  messages('edit').subscribe(({ claims }) => expectTypeOf(claims['stt.edit']).toEqualTypeOf<boolean>())
  on('something-new', ({ claims }) => expectTypeOf(claims['x']).toEqualTypeOf<unknown>())
  expectTypeOf(onSave(() => true)).toEqualTypeOf<() => void>()
  onSave(async ({ signal }) => !signal.aborted && { canteen: 'south' })
  // @ts-expect-error the handler must return a boolean or an object
  onSave(() => 'south')
}

export const providers: EnvironmentProviders[] = [
  provideHaiiloHost(host),
  provideHaiiloHost({ view: 'config', config: () => 7 }),
  provideHaiiloHost(() => ({ view: 'config' })),
  provideHaiiloHost(() => host),
  // @ts-expect-error a host or options, not both in an object
  provideHaiiloHost({ host, options: {} }),
  // @ts-expect-error a host or options are required
  provideHaiiloHost(),
  provideHttpClient(withInterceptors([haiiloTokenInterceptor])),
]

const guard = haiiloHostReadyGuard({ failed: '/problem' })

export const routes: Routes = [{ path: '', canActivate: [guard], canActivateChild: [guard], canMatch: [guard] }]

// @ts-expect-error `failed` is required
haiiloHostReadyGuard({})

/** Two copies of the package are compatible, because the type is structural. */
export function isStructural(service: HaiiloHostService): { [Key in keyof HaiiloHostService]: HaiiloHostService[Key] } {
  const members: { [Key in keyof HaiiloHostService]: HaiiloHostService[Key] } = service
  expectTypeOf(members).toExtend<HaiiloHostService>()
  return members
}
