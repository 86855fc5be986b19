import { describe, expect, it } from 'vitest'
import { findingsOf } from '../../test/manifest-with.js'
import { parseManifest } from '../parse/parse-manifest.js'
import { manifestWith } from '../../test/manifest-with.js'

const lifecycle = { url: 'lifecycle/', events: ['install', 'uninstall'] }
const apiAccess = { url: 'event/', client: { mode: ['authorization_code'], scope: ['plugin:notify'] } }

describe('the version of the format', () => {
  it.each<[name: string, members: Record<string, unknown>, found: string[]]>([
    ['2.5.0 with `apiAccess`', { manifestVersion: '2.5.0', lifecycle, apiAccess }, []],
    ['2.4.0 with `apiAccess`', { manifestVersion: '2.4.0', lifecycle, apiAccess }, ['newer-field /apiAccess']],
    ['2.3.0 with `configUrl`', { manifestVersion: '2.3.0', entryPoints: [{ configUrl: 'config.html' }] }, []],
    [
      '2.0.0 with `configUrl`, in the second entry point',
      { manifestVersion: '2.0.0', entryPoints: [{}, { configUrl: 'config.html' }] },
      ['newer-field /entryPoints/1/configUrl'],
    ],
    [
      '2.0.0 with the camera',
      { manifestVersion: '2.0.0', entryPoints: [{ permissionsPolicy: ['camera'] }] },
      ['newer-field /entryPoints/0/permissionsPolicy'],
    ],
    [
      '2.3.0 with the whole screen',
      { manifestVersion: '2.3.0', entryPoints: [{ permissionsPolicy: ['camera', 'fullscreen'] }] },
      ['newer-field /entryPoints/0/permissionsPolicy/1'],
    ],
    [
      '2.4.0 with the whole screen',
      { manifestVersion: '2.4.0', entryPoints: [{ permissionsPolicy: ['fullscreen'] }] },
      [],
    ],
    ['2.1.0', { manifestVersion: '2.1.0' }, ['unconfirmed-version /manifestVersion']],
    ['2.2.0', { manifestVersion: '2.2.0' }, ['unconfirmed-version /manifestVersion']],
    [
      'a version that is not known',
      { manifestVersion: '9.0.0', lifecycle, apiAccess },
      ['unknown-value /manifestVersion'],
    ],
    ['a reference to a schema', { $schema: 'https://example.com/schema.json' }, ['schema-reference /$schema']],
    ['`origin` of the manifest', { origin: 'https://example.com' }, ['unconfirmed-field /origin']],
    [
      '`origin` of an entry point',
      { entryPoints: [{ origin: 'https://example.com' }] },
      ['unconfirmed-field /entryPoints/0/origin'],
    ],
    [
      'limits of a number',
      { config: [{ key: 'count', type: 'number', min: 1, max: 9 }] },
      ['unconfirmed-field /config/0/min', 'unconfirmed-field /config/0/max'],
    ],
  ])('%s', (_, members, found) => {
    expect(findingsOf(members)).toEqual(found)
  })

  it('appears in the message with the required version', () => {
    const [finding] = parseManifest(manifestWith({ manifestVersion: '2.3.0', lifecycle, apiAccess })).findings
    expect(finding?.message).toContain('2.3.0')
    expect(finding?.message).toContain('"manifestVersion": "2.5.0"')
  })
})
