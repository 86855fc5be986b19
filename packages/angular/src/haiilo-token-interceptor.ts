import { anotherToken, isBackend, parseUrl } from '@haiilo-kit/core/binding'
import { FetchBackend, HttpErrorResponse } from '@angular/common/http'
import type { HttpEvent, HttpHandlerFn, HttpRequest } from '@angular/common/http'
import { DOCUMENT, inject } from '@angular/core'
import { catchError, from, switchMap, throwError } from 'rxjs'
import type { Observable } from 'rxjs'
import { injectHaiiloHost } from './inject-haiilo-host.js'

/**
 * Sends a fresh token of the host, `Authorization: Bearer <token>`, to the back ends that the host's option `backends` lists; all other
 * requests, and those that bring an `Authorization`, pass as they are. A request with a token is sent by Angular's `FetchBackend`, whichever
 * back end `HttpClient` has: without cookies, redirects and later interceptors. What the back end answers with 401 is sent once more with a
 * new token; if the host gives none, the 401 is the answer.
 *
 * @throws {HaiiloError} Into the request, unsent: `ERR_PROVIDER_MISSING`; what {@link HaiiloHost.getToken} throws.
 * @throws {TypeError} Into the request, unsent: it is JSONP, or has `reportUploadProgress`.
 * @example
 * ```ts
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
  if (request.method === 'JSONP') throw new TypeError('JSONP cannot carry a token. Use get().')
  if (request.reportUploadProgress) {
    throw new TypeError('reportUploadProgress: it cannot be had for a request with a token. Leave it out.')
  }
  // `next` leads to whatever the application provides: a back end with XHR sends cookies to its own origin and follows redirects
  const backend = new FetchBackend()

  return from(host.getToken()).pipe(
    switchMap((token) => send(token).pipe(catchError((error: unknown) => sendAnew(error, token)))),
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

  function sendAnew(error: unknown, refused: string): Observable<HttpEvent<unknown>> {
    const unauthorized = error instanceof HttpErrorResponse && error.status === 401
    const another = unauthorized ? anotherToken(host, refused).catch(() => undefined) : [undefined]
    return from(another).pipe(switchMap((token) => (token ? send(token) : throwError(() => error))))
  }
}
