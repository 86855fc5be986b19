import { HttpClient, withInterceptors } from '@angular/common/http'
import type { EnvironmentProviders, Provider } from '@angular/core'
import { TestBed } from '@angular/core/testing'
import type { HaiiloHost } from '@haiilo-kit/core'
import { loadLunch } from '@haiilo-kit/test-kit'
import { haiiloTokenInterceptor, provideHaiiloHost } from '../src/index.js'
import { BACK_END, type Reached } from './back-end.js'

export type Providers = readonly (EnvironmentProviders | Provider)[]

export const interceptors = withInterceptors([haiiloTokenInterceptor])

let run = 0

/** A page with a back end on its own origin. */
export interface Page {
  readonly http: HttpClient
  readonly host: HaiiloHost
  readonly url: (what: string) => string
  readonly reached: () => Promise<readonly Reached[]>
}

/** Opens a page with these providers. Only one page can be open at a time. */
export function openPage(providers: Providers, more: Parameters<typeof loadLunch>[1] = {}): Page {
  const { host } = loadLunch({}, { backends: [location.origin], ...more })
  const name = `run-${Date.now()}-${(run += 1)}`
  TestBed.resetTestingModule()
  TestBed.configureTestingModule({ providers: [provideHaiiloHost(host), ...providers] })
  return {
    http: TestBed.inject(HttpClient),
    host,
    url: (what) => `${location.origin}${BACK_END}${name}/${what}`,
    reached: async () => (await (await fetch(`${BACK_END}${name}/log`)).json()) as readonly Reached[],
  }
}
