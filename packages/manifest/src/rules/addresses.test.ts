import { describe, expect, it } from 'vitest'
import { findingsOf } from '../../test/manifest-with.js'

const AT_THE_ROOT = 'https://lunch.example/manifest.json'
const BELOW_A_PATH = 'https://example.github.io/lunch/manifest.json'
const BY_HTTP = 'http://lunch.example/manifest.json'
const IN_DEVELOPMENT = 'http://localhost:5173/manifest.json'

type Case = readonly [address: string, manifest: string | undefined, rules: string[]]

describe('the address of a page', () => {
  it.each<Case>([
    ['index.html', undefined, []],
    ['index.html', AT_THE_ROOT, []],
    ['pages/lunch/?view=day#today', BELOW_A_PATH, []],
    ['https://cdn.example/lunch/', undefined, []],
    ['//cdn.example/lunch/', AT_THE_ROOT, []],
    ['../index.html', BELOW_A_PATH, []],

    ['', undefined, ['url-invalid']],
    ['', AT_THE_ROOT, ['url-invalid']],
    ['#today', undefined, ['url-invalid']],
    ['https://', undefined, ['url-invalid']],
    ['http://exa mple', AT_THE_ROOT, ['url-invalid']],

    ['http://cdn.example/', undefined, ['url-not-https']],
    ['HTTP://cdn.example/', AT_THE_ROOT, ['url-not-https']],
    ['//cdn.example/', BY_HTTP, ['url-not-https']],
    ['index.html', BY_HTTP, ['url-not-https']],
    ['https://cdn.example/', BY_HTTP, []],
    ['javascript:alert(1)', undefined, ['url-not-https']],
    [' java\nscript:alert(1)', undefined, ['url-not-https']],
    ['data:text/html,x', AT_THE_ROOT, ['url-not-https']],
    ['ftp://cdn.example/', undefined, ['url-not-https']],
    ['blob:https://cdn.example/1', undefined, ['url-not-https']],
    ['http://localhost.example/', undefined, ['url-not-https']],
    ['http://127.0.0.1.example/', undefined, ['url-not-https']],
    ['http://mylocalhost/', undefined, ['url-not-https']],
    ['http://localhost:5173/', undefined, []],
    ['http://127.0.0.1:5173/', AT_THE_ROOT, []],
    ['http://[::1]:5173/', undefined, []],
    ['index.html', IN_DEVELOPMENT, []],

    ['/index.html', undefined, ['url-root-relative']],
    ['/index.html', AT_THE_ROOT, []],
    ['/index.html', BELOW_A_PATH, ['url-root-relative']],
    ['\\index.html', BELOW_A_PATH, ['url-root-relative']],
    ['/lunch/index.html', BELOW_A_PATH, []],
    ['/lunchtime/index.html', BELOW_A_PATH, ['url-root-relative']],
    ['https://example.github.io/index.html', BELOW_A_PATH, []],

    ['index.html?src=1', undefined, ['url-src-parameter']],
    ['index.html?view=day&src', AT_THE_ROOT, ['url-src-parameter']],
    ['index.html?%73rc=1', undefined, ['url-src-parameter']],
    ['index.html?source=1#?src=1', undefined, []],
  ])('%j of a manifest at %s', (address, manifest, rules) => {
    expect(findingsOf({ entryPoints: [{ url: address }] }, manifest)).toEqual(
      rules.map((rule) => `${rule} /entryPoints/0/url`),
    )
  })

  it('is checked for the settings page and the thumbnail', () => {
    const members = { thumbnail: 'http://cdn.example/lunch.png', entryPoints: [{ configUrl: 'config.html?src=1' }] }
    expect(findingsOf(members, AT_THE_ROOT)).toEqual([
      'url-not-https /thumbnail',
      'url-src-parameter /entryPoints/0/configUrl',
    ])
  })

  it('may have any query if it is not a page', () => {
    expect(findingsOf({ thumbnail: 'lunch.png?src=1' })).toEqual([])
  })
})

const EVENTS = ['install', 'uninstall']
const CLIENT = { mode: ['authorization_code'], scope: ['plugin:notify'] }

describe('the address of a webhook', () => {
  it.each<[lifecycle: string, apiAccess: string, found: string[]]>([
    ['lifecycle/', 'event/', []],
    ['lifecycle', 'event', ['url-trailing-slash /lifecycle/url', 'url-trailing-slash /apiAccess/url']],
    ['https://api.example/', 'https://api.example', []],
    ['lifecycle/?tenant=1', 'event/#x', ['url-trailing-slash /lifecycle/url', 'url-trailing-slash /apiAccess/url']],
    [
      'lifecycle/install',
      'event/access_token',
      ['url-ends-with-event /lifecycle/url', 'url-ends-with-event /apiAccess/url'],
    ],
    [
      'lifecycle/instance_add/',
      'event/access_token/',
      ['url-ends-with-event /lifecycle/url', 'url-ends-with-event /apiAccess/url'],
    ],
    ['event/access_token/', 'event/install/', []],
    ['http://api.example/', '/event/', ['url-not-https /lifecycle/url', 'url-root-relative /apiAccess/url']],
  ])('%j and %j', (lifecycle, apiAccess, found) => {
    const members = { lifecycle: { url: lifecycle, events: EVENTS }, apiAccess: { url: apiAccess, client: CLIENT } }
    expect(findingsOf(members)).toEqual(found)
  })
})
