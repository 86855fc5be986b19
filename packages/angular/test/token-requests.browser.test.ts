import {
  HttpBackend,
  HttpEventType,
  HttpXhrBackend,
  provideHttpClient,
  withFetch,
  withJsonpSupport,
  withXhr,
  type HttpRequest,
} from '@angular/common/http'
import { inject, type Provider } from '@angular/core'
import { firstValueFrom } from 'rxjs'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import './set-up-test-bed.js'
import { interceptors, openPage, type Page, type Providers } from './token-page.js'

const ownBackend: Provider = {
  provide: HttpBackend,
  useFactory: () => {
    const xhr = inject(HttpXhrBackend)
    return { handle: (request: HttpRequest<unknown>) => xhr.handle(request) } satisfies HttpBackend
  },
}

const backEnds: Record<string, Providers> = {
  'the default back end': [provideHttpClient(interceptors)],
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the package supports Angular 21, where apps call withFetch()
  withFetch: [provideHttpClient(withFetch(), interceptors)],
  withXhr: [provideHttpClient(withXhr(), interceptors)],
  'a custom HttpBackend': [provideHttpClient(withXhr(), interceptors), ownBackend],
}

beforeEach(() => {
  document.cookie = 'session=secret; path=/'
  onTestFinished(() => void (document.cookie = 'session=; path=/; max-age=0'))
})

test('requests without a token send cookies and follow redirects to the back end of these tests', async () => {
  const page = openPage([provideHttpClient(withXhr())])
  const echo = await firstValueFrom(page.http.get(page.url('redirect')))
  expect(echo).toMatchObject({ cookie: expect.stringContaining('session=secret') as string })
})

describe.each(Object.entries(backEnds))('a request with a token, with %s', (_name, providers) => {
  test('sends no cookies, even if the request includes credentials', async () => {
    const page = openPage(providers)
    await firstValueFrom(page.http.get(page.url('echo')))
    await firstValueFrom(page.http.post(page.url('echo'), {}, { withCredentials: true }))
    await firstValueFrom(page.http.get(page.url('echo'), { credentials: 'include' }))
    const token = `Bearer ${await page.host.getToken()}`
    const expected = { authorization: token }
    expect(await page.received()).toMatchObject([expected, expected, expected])
    for (const { cookie } of await page.received()) expect(cookie).toBeUndefined()
  })

  test('follows no redirects, even if the request enables them', async () => {
    const page = openPage(providers)
    const failed = expect.objectContaining({ name: 'HttpErrorResponse', status: 0 }) as Error
    await expect(firstValueFrom(page.http.get(page.url('redirect')))).rejects.toEqual(failed)
    await expect(firstValueFrom(page.http.get(page.url('redirect'), { redirect: 'follow' }))).rejects.toEqual(failed)
    expect((await page.received()).map(({ path }) => path.split('/').at(-1))).toEqual(['redirect', 'redirect'])
  })

  test('is sent once more after a 401 with its body, a new token and no cookies', async () => {
    const page = openPage(providers)
    const answer = await firstValueFrom(page.http.post(page.url('expired'), { dish: 'soup' }))
    const [first, second, ...others] = await page.received()
    expect(answer).toEqual({ dish: 'soup' })
    expect(others).toEqual([])
    expect(second).toMatchObject({ method: 'POST', body: '{"dish":"soup"}', contentType: 'application/json' })
    expect(second?.authorization).not.toBe(first?.authorization)
    expect([first?.cookie, second?.cookie]).toEqual([undefined, undefined])
  })

  test('is aborted when it is unsubscribed', async () => {
    const page = openPage(providers)
    const events: HttpEventType[] = []
    const subscription = page.http
      .get(page.url('never'), { observe: 'events', responseType: 'text', reportDownloadProgress: true })
      .subscribe(({ type }) => events.push(type))
    await vi.waitFor(() => expect(events).toContain(HttpEventType.DownloadProgress))
    subscription.unsubscribe()
    await vi.waitFor(async () => expect(await page.received()).toMatchObject([{ aborted: true }]))
  })
})

describe('is rejected with a TypeError without being sent', () => {
  test.each([
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the test covers that the interceptor refuses this deprecated function
    ['JSONP', (page: Page) => page.http.jsonp(page.url('echo'), 'callback'), /JSONP.*Use get/],
    [
      'upload progress',
      (page: Page) => page.http.post(page.url('echo'), 'soup', { reportUploadProgress: true }),
      /Leave out reportUploadProgress/,
    ],
  ])('%s', async (_name, ask, message) => {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- without it, HttpClient has no JSONP that the interceptor could refuse
    const page = openPage([provideHttpClient(withXhr(), interceptors, withJsonpSupport())])
    const error: unknown = await firstValueFrom(ask(page)).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(TypeError)
    expect((error as Error).message).toMatch(message)
    expect(await page.received()).toEqual([])
  })
})
