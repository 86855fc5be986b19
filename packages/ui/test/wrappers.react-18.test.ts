import { version } from 'react'
import { version as versionOfDom } from 'react-dom'
import { expect, test } from 'vitest'

test('this file runs on React 18', () => {
  expect([version, versionOfDom]).toEqual(['18.3.1', '18.3.1'])
})

// these files run on React 19 beside the sources
await import('../src/react/wrap-element.browser.test.js')
await import('../src/react/controlled.browser.test.js')
await import('../src/react/config-view.browser.test.js')
await import('../src/react/hydration.browser.test.js')
