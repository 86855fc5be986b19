import { anotherToken, isBackend, parseUrl } from '@haiilo-kit/core/binding'
import { FetchBackend, HttpErrorResponse } from '@angular/common/http'
import type { HttpEvent, HttpHandlerFn, HttpRequest } from '@angular/common/http'
import { DOCUMENT, inject } from '@angular/core'
import { catchError, from, switchMap, throwError } from 'rxjs'
import type { Observable } from 'rxjs'
import { injectHaiiloHost } from './inject-haiilo-host.js'

/**
 * Adds a fresh token from the host, `Authorization: Bearer <token>`, to requests to the origins that the host's option `backends` lists.
 * Other requests, and requests that already have an `Authorization` header, pass unchanged.
 *
 * Angular's `FetchBackend` sends the requests with a token, even if `HttpClient` has another back end. They have no cookies, follow no
 * redirects and skip later interceptors. After a 401, the request is sent once more with a new token. If the host sends no new token, the
 * request fails with the 401.
 *
 * @throws {HaiiloError} `ERR_PROVIDER_MISSING`; the errors of {@link HaiiloHost.getToken}. The request fails without being sent.
 * @throws {TypeError} It is a JSONP request, or has `reportUploadProgress`. The request fails without being sent.
 * @example
 * ```ts
 * import { provideHttpClient, withInterceptors } from '@angular/common/http'
 *
 * provideHttpClient(withInterceptors([haiiloTokenInterceptor]))
 * ```
 */
export function haiiloTokenInterceptor(
  request: HttpRequest<unknown>,
  next: HttpHandlerFn,
): Observable<HttpEvent<unknown>> {
  const { host } = injectHaiiloHost()
  const url = parseUrl(request.urlWithParams, inject(DOCUMENT).baseURI)
  if (!url || !isBackend(host, url) || request.headers.has('Authorization')) return next(request)
  if (request.method === 'JSONP') throw new TypeError('A JSONP request cannot carry a token. Use get().')
  if (request.reportUploadProgress) {
    throw new TypeError('A request with upload progress cannot carry a token. Leave out reportUploadProgress.')
  }
  // not `next`, because the application may provide a back end that uses XHR, which sends cookies to its own origin and follows redirects
  const backend = new FetchBackend()

  return from(host.getToken()).pipe(
    switchMap((token) => send(token).pipe(catchError((error: unknown) => sendAgain(error, token)))),
  )

  function send(token: string): Observable<HttpEvent<unknown>> {
    return backend.handle(
      request.clone({
        setHeaders: { Authorization: `Bearer ${token}` },
        withCredentials: false,
        credentials: 'omit',
        redirect: 'error',
      }),
    )
  }

  function sendAgain(error: unknown, refused: string): Observable<HttpEvent<unknown>> {
    const unauthorized = error instanceof HttpErrorResponse && error.status === 401
    const newToken = unauthorized ? anotherToken(host, refused).catch(() => undefined) : [undefined]
    return from(newToken).pipe(switchMap((token) => (token ? send(token) : throwError(() => error))))
  }
}
