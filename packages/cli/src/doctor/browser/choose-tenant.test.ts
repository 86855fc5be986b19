import { expect, test } from 'vitest'
import { chooseTenant } from './choose-tenant.js'

test.each([
  ['frame-ancestors https://acme.coyocloud.com', 'https://acme.coyocloud.com'],
  ['frame-ancestors acme.coyocloud.com:8443', 'https://acme.coyocloud.com:8443'],
  ['frame-ancestors https://*.coyocloud.com https://acme.example', 'https://haiilo-kit-doctor.coyocloud.com'],
  ["frame-ancestors 'self' http://localhost:* https://home.example.org:*", 'https://home.example.org'],
  ['connect-src https://api.example.org; frame-ancestors *', 'https://haiilo-kit-doctor.invalid'],
  ['frame-ancestors https:', 'https://haiilo-kit-doctor.invalid'],
  ['default-src https://api.example.org', 'https://haiilo-kit-doctor.invalid'],
  [
    'frame-ancestors https://a.example.org https://b.example.org, frame-ancestors https://b.example.org',
    'https://b.example.org',
  ],
  ['frame-ancestors https://plugins.example.com https://acme.example.com', 'https://acme.example.com'],
])('with “%s”, it is %s', (policy, tenant) => {
  const headers = new Headers({ 'content-security-policy': policy })
  expect(chooseTenant(headers, new URL('https://plugins.example.com/index.html')).origin).toBe(tenant)
})
