import { expect, it } from 'vitest'
import { toIssuer } from './issuer-pattern.js'

it.each([
  [/^https:\/\/home\.example\.com$/, 'https://home.example.com'],
  [/^https:\/\/home\.example\.com\/?$/, 'https://home.example.com'],
  [/https:\/\/home\.example\.com/, 'https://home.example.com'],
  [/^https:\/\/home\.example\.com:8443$/, 'https://home.example.com:8443'],
  [/^https:\/\/[^/]+\.example\.com/, 'https://*.example.com'],
  [/^https:\/\/[^.]+\.example\.com\/?$/, 'https://*.example.com'],
  [/^https:\/\/.*\.example\.com/, 'https://*.example.com'],
  [/^https:\/\/(.+)\.example\.com$/, 'https://*.example.com'],
  [/^https:\/\/[\w-]+\.my-company\.example\.com$/, 'https://*.my-company.example.com'],
  ['https://home.example.com', 'https://home.example.com'],
])('%s becomes the issuer %s', (test, issuer) => {
  expect(toIssuer(test)).toBe(issuer)
})

it.each([
  /example\.com/,
  /.*/,
  /^https?:\/\/home\.example\.com/,
  /^http:\/\/home\.example\.com/,
  /^https:\/\/(home|lunch)\.example\.com/,
  /^https:\/\/[a-z]+home\.example\.com/,
  /^https:\/\/.*example\.com/,
  /^https:\/\/.*\..*\.example\.com/,
  /^https:\/\/home\.example\.com\/path/,
  /^https:\/\/home\.example\.(com|org)$/,
  /^https:\/\/user@home\.example\.com$/,
  /^(?:ftp|https:)home\.example\.com$/,
])('%s is refused, because it could match other sites', (test) => {
  expect(() => toIssuer(test)).toThrow(/^addJwk: the expression .* is too general\. Write the issuer as an origin/)
})

it.each([undefined, null, 42, {}] as unknown[] as string[])('%s is refused', (test) => {
  expect(() => toIssuer(test)).toThrow(TypeError)
})
