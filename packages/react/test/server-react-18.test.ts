import '@haiilo-kit/test-kit/use-react-18'
import { expect, test } from 'vitest'

test('this file runs on React 18', async () => {
  expect((await import('react')).version).toBe('18.3.1')
})

await import('./server.test.js')
