import {
  HttpClient,
  HttpErrorResponse,
  HttpHeaders,
  provideHttpClient,
  withInterceptors,
  type HttpInterceptorFn,
} from '@angular/common/http'
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing'
import { TestBed } from '@angular/core/testing'
import type { HaiiloHostOptions } from '@haiilo-kit/core'
import { loadLunch, type Lunch } from '@haiilo-kit/test-kit'
import { firstValueFrom } from 'rxjs'
import { expect, onTestFinished, test, vi } from 'vitest'
import '../test/set-up-test-bed.js'
import { haiiloTokenInterceptor } from './haiilo-token-interceptor.js'
import { provideHaiiloHost } from './provide-haiilo-host.js'

const API = 'https://api.example.com'

interface Sent {
  readonly url: string
  readonly authorization: string | null
  readonly init: RequestInit
}

interface Page extends Lunch {
  readonly http: HttpClient
  readonly sent: readonly Sent[]
}

/** Opens a page with a fake `fetch`: it records the requests and answers with the given statuses, then with 200. */
function open(
  { backends = [API], ...options }: HaiiloHostOptions = {},
  settings: Parameters<typeof loadLunch>[0] = {},
  ...statuses: number[]
): Page {
  const lunch = loadLunch(settings, { backends, ...options })
  const sent: Sent[] = []
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    sent.push({ url, authorization: new Headers(init.headers).get('authorization'), init })
    return new Response(JSON.stringify({ answer: sent.length }), { status: statuses.shift() ?? 200 })
  })
  onTestFinished(() => void vi.unstubAllGlobals())
  TestBed.configureTestingModule({
    providers: [provideHaiiloHost(lunch.host), provideHttpClient(withInterceptors([haiiloTokenInterceptor]))],
  })
  return { ...lunch, http: TestBed.inject(HttpClient), sent }
}

function get({ http }: Page, url: string, options: Parameters<HttpClient['get']>[1] = {}): Promise<unknown> {
  return firstValueFrom(http.get(url, options))
}

test('sends a fresh token to a listed back end, without cookies and redirects', async () => {
  const page = open()
  const answer = await get(page, `${API}/menu`, { params: { day: 1 }, withCredentials: true })
  const token = `Bearer ${await page.host.getToken()}`
  expect(answer).toEqual({ answer: 1 })
  expect(page.sent).toMatchObject([
    { url: `${API}/menu?day=1`, authorization: token, init: { credentials: 'omit', redirect: 'error' } },
  ])
})

test.each([
  ['https://evil.example.com/', 'another origin'],
  ['https://api.example.com.evil.example/', 'a hostname that starts with the listed one'],
  ['https://evil.example/https://api.example.com/', 'the listed origin in the path'],
  ['https://evil.example/?x=https://api.example.com', 'the listed origin in the query'],
  ['https://api.example.com@evil.example/', 'the listed hostname as the user name'],
  ['https:/\\evil.example/', 'another origin, with a backslash'],
  ['https://api.example.com:8443/', 'another port'],
  ['http://api.example.com/', 'another scheme'],
  ['http://intranet.example.com/', 'a listed origin without https'],
  ['blob:https://api.example.com/0b0c', 'a blob URL of the listed origin'],
  ['data:text/plain,hello', 'a data URL'],
  ['https://', 'an invalid URL'],
])('does not change a request to %s: %s', async (url) => {
  const page = open({ backends: [API, 'http://intranet.example.com'] })
  await get(page, url, { withCredentials: true })
  expect(page.sent).toMatchObject([{ url, authorization: null, init: { credentials: 'include' } }])
  expect(page.sent[0]?.init.redirect).toBeUndefined()
})

test('resolves a relative URL against the page', async () => {
  const page = open({ backends: [new URL(document.baseURI).origin] })
  await get(page, '/menu')
  expect(page.sent).toMatchObject([{ url: '/menu', authorization: expect.stringMatching(/^Bearer ./) as string }])
})

test('does not change a request that has an Authorization header', async () => {
  const page = open()
  await get(page, API, { headers: new HttpHeaders({ authorization: 'Basic b3duOm93bg==' }) })
  expect(page.sent).toMatchObject([{ authorization: 'Basic b3duOm93bg==' }])
  expect(page.sent[0]?.init.redirect).toBeUndefined()
})

test('sends the request once more with a new token after a 401', async () => {
  const page = open({}, {}, 401)
  const first = await page.host.getToken()
  expect(await firstValueFrom(page.http.post(API, { dish: 'soup' }))).toEqual({ answer: 2 })
  const second = await page.host.getToken()
  expect(second).not.toBe(first)
  expect(page.sent).toMatchObject([
    { authorization: `Bearer ${first}`, init: { method: 'POST', body: '{"dish":"soup"}' } },
    { authorization: `Bearer ${second}`, init: { method: 'POST', body: '{"dish":"soup"}', redirect: 'error' } },
  ])
  expect(page.inits()).toBe(2)
})

test('shares one new token between requests that fail at the same time', async () => {
  const page = open({}, {}, 401, 401, 401)
  await Promise.all([1, 2, 3].map((dish) => get(page, `${API}/${dish}`)))
  expect(page.sent).toHaveLength(6)
  expect(page.inits()).toBe(2)
})

test('fails with the second 401', async () => {
  const page = open({}, {}, 401, 401)
  await expect(get(page, API)).rejects.toMatchObject({ status: 401, error: { answer: 2 } })
  expect(page.sent).toHaveLength(2)
})

test('fails with the 401 if the host sends no new token', async () => {
  const page = open({ timeout: 1_000 }, { fault: 'answers-once' }, 401)
  const error: unknown = await get(page, API).catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(HttpErrorResponse)
  expect(error).toMatchObject({ status: 401, error: { answer: 1 } })
  expect(page.sent).toHaveLength(1)
})

test.each([400, 403, 500])('does not send a request again after a %d', async (status) => {
  const page = open({}, {}, status)
  await expect(get(page, API)).rejects.toMatchObject({ status })
  expect(page.sent).toHaveLength(1)
})

test('fails without sending if there is no token', async () => {
  const page = open({}, { fault: 'expired' })
  await expect(get(page, API)).rejects.toMatchObject({ code: 'ERR_TOKEN_EXPIRED' })
  expect(page.sent).toEqual([])
})

test('bypasses later interceptors and HttpTestingController only for requests with a token', async () => {
  const page = open()
  const seen: string[] = []
  const later: HttpInterceptorFn = (request, next) => {
    seen.push(request.url)
    return next(request)
  }
  TestBed.resetTestingModule()
  TestBed.configureTestingModule({
    providers: [
      provideHaiiloHost(page.host),
      provideHttpClient(withInterceptors([haiiloTokenInterceptor, later])),
      provideHttpClientTesting(),
    ],
  })
  const http = TestBed.inject(HttpClient)
  const testing = TestBed.inject(HttpTestingController)
  const other = firstValueFrom(http.get('https://weather.example.com/'))
  testing.expectOne('https://weather.example.com/').flush({ sun: true })
  expect(await Promise.all([other, firstValueFrom(http.get(API))])).toEqual([{ sun: true }, { answer: 1 }])
  expect(seen).toEqual(['https://weather.example.com/'])
  testing.verify()
})

test('does not send a request that is unsubscribed while it waits for a token', async () => {
  const page = open()
  page.http.get(API).subscribe().unsubscribe()
  await page.host.getToken()
  await page.host.getToken()
  expect(page.sent).toEqual([])
})

test('throws ERR_PROVIDER_MISSING without a provider', async () => {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(withInterceptors([haiiloTokenInterceptor]))],
  })
  await expect(firstValueFrom(TestBed.inject(HttpClient).get(API))).rejects.toMatchObject({
    code: 'ERR_PROVIDER_MISSING',
  })
})
