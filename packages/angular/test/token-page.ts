import { HttpClient, withInterceptors } from '@angular/common/http'
import type { EnvironmentProviders, Provider } from '@angular/core'
import { TestBed } from '@angular/core/testing'
import type { HaiiloHost } from '@haiilo-kit/core'
import { loadLunch } from '@haiilo-kit/test-kit'
import { haiiloTokenInterceptor, provideHaiiloHost } from '../src/index.js'
import { BACK_END, type ReceivedRequest } from './back-end.js'

/** The providers of an application. */
export type Providers = readonly (EnvironmentProviders | Provider)[]

/** The feature of `provideHttpClient` that adds the token. */
export const interceptors = withInterceptors([haiiloTokenInterceptor])

let run = 0

/** A plug-in page with a back end on its own origin. */
export interface Page {
  readonly http: HttpClient
  readonly host: HaiiloHost
  /** Returns the URL of a path of the back end. Each page has its own paths. */
  readonly url: (path: string) => string
  /** Returns the requests that the back end received from this page. */
  readonly received: () => Promise<readonly ReceivedRequest[]>
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
    url: (path) => `${location.origin}${BACK_END}${name}/${path}`,
    received: async () => (await (await fetch(`${BACK_END}${name}/log`)).json()) as readonly ReceivedRequest[],
  }
}
