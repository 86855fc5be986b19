import { renderToString } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { serverHtml, serverPage } from './react-server-page.js'

test('renders on a server the tags with their content, without a complaint', () => {
  const complain = vi.spyOn(console, 'error').mockReturnValue()
  expect(renderToString(serverPage)).toBe(serverHtml)
  expect(complain).not.toHaveBeenCalled()
  expect('document' in globalThis).toBe(false)
})
