import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { fetchOf } from './local-fetch.js'

async function startServer(): Promise<number> {
  const server = createServer((request, response) => {
    response.end([request.method, request.url, request.headers['x-test']].join(' '))
  })
  server.listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

it('reaches names below localhost during development', async () => {
  const port = await startServer()
  const url = `http://home.localhost:${port}/keys?a=1`
  const options = { method: 'POST', headers: { 'x-test': 'yes' } }
  const fetch = fetchOf({ development: true })
  for (const response of [await fetch(url, options), await fetch(new Request(url, options))])
    expect(await response.text()).toBe('POST /keys?a=1 yes')
})

it('does not change other names', async () => {
  const fetch = fetchOf({ development: true })
  await expect(fetch(`http://localhost.invalid:${await startServer()}/`)).rejects.toThrow(TypeError)
})

it('is the `fetch` of the application if there is one, and the global one in production', () => {
  const own: typeof fetch = () => Promise.resolve(new Response())
  expect(fetchOf({ development: true, fetch: own })).toBe(own)
  expect(fetchOf({})).toBe(fetch)
})
