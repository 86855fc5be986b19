import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { REQUIRED_NODE, requireNode } from './require-node.js'

describe('the plug-in', () => {
  it.each(['10.24.1', '18.20.8', '20.19.0', '22.9.0', '22.17.9'])(
    'names the Node that it needs in Node %s',
    (version) => {
      expect(() => requireNode(version)).toThrow(`requires Node ${REQUIRED_NODE} or newer, but this is Node ${version}`)
    },
  )

  it.each(['22.18.0', '22.18.1', '22.22.3', '24.0.0', '26.0.0', '100.0.0'])('runs in Node %s', (version) => {
    expect(() => requireNode(version)).not.toThrow()
  })

  it('requires the Node version in `engines` of the package', () => {
    const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      readonly engines: { readonly node: string }
    }
    expect(engines.node).toBe(`>=${REQUIRED_NODE}`)
  })
})
