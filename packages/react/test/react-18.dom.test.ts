import '@haiilo-kit/test-kit/use-react-18'
import { runBindingContract } from '@haiilo-kit/test-kit'
import { expect, test } from 'vitest'

const { reactDriver } = await import('./react-driver.js')

test('this file runs on React 18', () => {
  expect(reactDriver.name).toBe('React 18.3.1')
})

runBindingContract(reactDriver)

// what the files beside the sources test on React 19; all but the provider's, which is about Activity
await import('../src/haiilo-host-boundary.dom.test.js')
await import('../src/use-haiilo-fetch.dom.test.js')
await import('../src/use-haiilo-host.dom.test.js')
await import('../src/use-haiilo-ready.dom.test.js')
