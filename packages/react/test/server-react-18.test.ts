import './use-react-18.js'
import { expect, test } from 'vitest'

test('this file runs on React 18', async () => {
  expect((await import('react')).version).toBe('18.3.1')
})

await import('./server.test.js')
