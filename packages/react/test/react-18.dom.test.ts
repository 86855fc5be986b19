import '@haiilo-kit/test-kit/use-react-18'
import { runBindingContract } from '@haiilo-kit/test-kit'
import { expect, test } from 'vitest'

const { reactDriver } = await import('./react-driver.js')

test('this file runs on React 18', () => {
  expect(reactDriver.name).toBe('React 18.3.1')
})

runBindingContract(reactDriver)

// runs the test files in src, which otherwise run on React 19; not those of the provider, because they need Activity
await import('../src/haiilo-host-boundary.dom.test.js')
await import('../src/use-haiilo-fetch.dom.test.js')
await import('../src/use-haiilo-host.dom.test.js')
await import('../src/use-haiilo-ready.dom.test.js')
