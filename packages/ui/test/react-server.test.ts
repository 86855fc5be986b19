import { renderToString } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { serverHtml, serverPage } from './react-server-page.js'

test('renders tags and content on a server without an error', () => {
  const error = vi.spyOn(console, 'error').mockReturnValue()
  expect(renderToString(serverPage)).toBe(serverHtml)
  expect(error).not.toHaveBeenCalled()
  expect('document' in globalThis).toBe(false)
})
