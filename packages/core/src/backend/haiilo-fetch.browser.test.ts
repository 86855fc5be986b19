import { createSimulatedHost } from '@haiilo-kit/simulator'
import { expect, it, onTestFinished } from 'vitest'
import { createHaiiloHost } from '../connection/create-haiilo-host.js'
import type { HaiiloHost, HaiiloHostOptions } from '../connection/haiilo-host.js'
import { haiiloFetch } from './haiilo-fetch.js'

function open(options: HaiiloHostOptions = {}): HaiiloHost {
  const home = createSimulatedHost()
  const host = createHaiiloHost({ ...home.connect(), ...options })
  onTestFinished(() => {
    host.close()
    home.close()
  })
  return host
}

it("calls the page's own back end with a relative URL and the browser's fetch", async () => {
  const { href, pathname } = new URL(import.meta.url)
  const response = await haiiloFetch(open(), pathname)
  expect(response.ok).toBe(true)
  expect(response.url).toBe(href.replace(/\?.*/, ''))
})

it('does not send to a `blob:` URL of its own page', async () => {
  const url = URL.createObjectURL(new Blob(['soup']))
  await expect(haiiloFetch(open(), url)).rejects.toMatchObject({ code: 'ERR_BACKEND_NOT_LISTED' })
})

it.each([
  ['a text', 'soup'],
  ['a form', new URLSearchParams({ dish: 'soup' })],
  ['a blob', new Blob(['soup'])],
  ['a file', new File(['soup'], 'soup.txt')],
  ['bytes', new TextEncoder().encode('soup')],
])('sends %s once more after a 401', async (_, body) => {
  const bodies: string[] = []
  const host = open({
    async fetch(input, init) {
      bodies.push(await new Request(input, init).text())
      return new Response(undefined, { status: bodies.length === 1 ? 401 : 200 })
    },
  })
  expect((await haiiloFetch(host, '/menu', { method: 'POST', body })).status).toBe(200)
  expect(bodies[0]).toContain('soup')
  expect(bodies[1]).toBe(bodies[0])
})

const settings: RequestInit = {
  method: 'PUT',
  headers: { 'X-Day': '1' },
  body: 'soup',
  cache: 'no-store',
  referrer: '',
  referrerPolicy: 'no-referrer',
}
it.each<[name: string, args: () => [input: string | Request, init?: RequestInit]]>([
  ['options', () => ['/menu', settings]],
  ['a Request', () => [new Request('/menu', settings)]],
  ['a Request that is given as options', () => ['/menu', new Request('/menu', settings)]],
  ['a Request and options', () => [new Request('/menu', { body: 'soup', method: 'PUT' }), { ...settings, body: null }]],
])('uses all other settings of %s, like fetch', async (_, args) => {
  const sent: unknown[] = []
  const host = open({
    async fetch(input, init) {
      const request = new Request(input, init)
      const { method, headers, cache, referrer, referrerPolicy } = request
      const body = await request.text()
      sent.push({ method, headers: { 'X-Day': headers.get('x-day') }, body, cache, referrer, referrerPolicy })
      return new Response()
    },
  })
  await haiiloFetch(host, ...args())
  expect(sent).toEqual([settings])
})
