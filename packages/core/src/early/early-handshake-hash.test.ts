import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { earlyHandshake, earlyHandshakeHash } from './index.js'

it.each(['plugin', 'config'] as const)('is the hash of the script (%s)', async (view) => {
  const hash = createHash('sha256').update(earlyHandshake(view)).digest('base64')
  expect(await earlyHandshakeHash(view)).toBe(`sha256-${hash}`)
})

it('is for the plug-in view by default', async () => {
  expect(await earlyHandshakeHash()).toBe(await earlyHandshakeHash('plugin'))
  expect(await earlyHandshakeHash()).not.toBe(await earlyHandshakeHash('config'))
})
