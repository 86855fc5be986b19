import { describe, expect, test } from 'vitest'
import { findFrameRefusal } from './frame-policy.js'

const PAGE = 'https://plugins.example.com'
const TENANT = 'https://acme.coyocloud.com'
const OTHER_PORT = 'https://acme.coyocloud.com:8443'

/** Whether a page with this `frame-ancestors` may be shown on the tenant, and on an unknown one. */
const SOURCES: readonly (readonly [sources: string, embedder: string | undefined, isAllowed: boolean])[] = [
  ['*', TENANT, true],
  ['', TENANT, false],
  ["'none'", TENANT, false],
  ["'none'", undefined, false],
  ["'self'", TENANT, false],
  ["'self'", undefined, false],
  ["'self'", PAGE, true],
  ['https:', TENANT, true],
  ['http:', TENANT, true],
  ['https:', 'http://home.localhost', false],
  ['https:', undefined, true],
  [TENANT, TENANT, true],
  [TENANT, undefined, true],
  [`${TENANT}:443`, TENANT, true],
  [`${TENANT}:8443`, TENANT, false],
  [TENANT, OTHER_PORT, false],
  [`${TENANT}:*`, OTHER_PORT, true],
  ['acme.coyocloud.com', TENANT, true],
  ['ACME.coyocloud.com', TENANT, true],
  ['https://*.coyocloud.com', TENANT, true],
  ['https://*.coyocloud.com', 'https://coyocloud.com', false],
  ['https://*.coyocloud.com', 'https://acme.coyocloud.com.example', false],
  ['https://other.example https://*.coyocloud.com', TENANT, true],
  ['http://localhost:*', undefined, false],
  ['localhost:*', undefined, false],
  ['localhost:*', 'http://localhost:4400', true],
]

describe('findFrameRefusal', () => {
  test.each(SOURCES)('frame-ancestors %s on %s: allowed is %s', (sources, embedder, isAllowed) => {
    const headers = new Headers({ 'content-security-policy': `default-src 'self'; frame-ancestors ${sources}` })
    expect(findFrameRefusal(headers, PAGE, embedder)).toEqual(
      isAllowed ? undefined : { header: 'frame-ancestors', value: sources },
    )
  })

  test.each([
    ['DENY', TENANT, true],
    ['SAMEORIGIN', TENANT, true],
    ['SameOrigin', undefined, true],
    ['SAMEORIGIN', PAGE, false],
    ['ALLOWALL', TENANT, false],
  ])('X-Frame-Options %s on %s: refused is %s', (value, embedder, isRefused) => {
    const headers = new Headers({ 'x-frame-options': value })
    expect(findFrameRefusal(headers, PAGE, embedder)).toEqual(
      isRefused ? { header: 'X-Frame-Options', value } : undefined,
    )
  })
})
