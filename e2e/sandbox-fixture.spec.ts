import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { auditAccessibility, expect as baseExpect, test } from '@haiilo-kit/sandbox/playwright'

import { EXAMPLES, ONCE } from './support/examples.js'

/** The fixture that authors use, with the example for React as the plug-in to test. */
const url = EXAMPLES[0]?.url ?? ''
const manifest = `${url}manifest.json`
const expect = baseExpect.configure({ timeout: 20_000 })

/** The settings of the second entry point are a page of the plug-in. */
const WITH_SETTINGS_PAGE = '7c9b2f64-1d38-4e0a-8f6d-52a6c0e94b1d'

/** Fails, and returns the message. */
async function failure(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(Error)
  return error instanceof Error ? error.message : ''
}

/** A server that answers each request in this way. */
async function serve(status: number, headers: Record<string, string>): Promise<{ server: Server; url: string }> {
  const server = createServer((_, response) => response.writeHead(status, headers).end())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }
}

test.describe('the fixture `home`', { tag: ONCE }, () => {
  test.use({ haiilo: { manifest } })

  test('opens the plug-in for a user, and signs in another one', async ({ home }) => {
    const plugin = await home.open({ user: { userName: 'Grace' } })
    await expect(plugin.getByRole('heading', { name: 'Enjoy, Grace' })).toBeVisible()
    await home.setUser({ userName: 'Jürgen', userLanguage: 'de' })
    await expect(plugin.getByRole('heading', { name: /Jürgen/ })).toBeVisible()
    await home.setUser({ userId: 'user-3' })
    await expect(plugin.getByRole('heading', { name: /Élodie/ })).toBeVisible()
  })

  test('knows the height of the frame', async ({ home }) => {
    const plugin = await home.open({ user: { userName: 'Grace' } })
    await expect(home).toFitContent()
    await expect(home).toHaveHeight(await home.height())
    await expect(home).not.toHaveHeight(1)
    const before = await home.height()
    await plugin.getByRole('button', { name: 'Show 3 more' }).click()
    await expect(home).not.toHaveHeight(before)
    await expect(home).toFitContent()
    expect(await failure(expect(home).toHaveHeight(1, { timeout: 200 }))).toContain('a frame that is 1 CSS pixels high')
  })

  test('knows the messages', async ({ home }) => {
    const plugin = await home.open({ fault: 'expired' })
    await expect(plugin.getByRole('alert')).toBeVisible()
    await expect(home).toHaveMessage({ direction: 'host-to-plugin', subject: 'init', reason: 'expired' })
    await expect(home).not.toHaveMessage({ subject: 'setHeight', claims: { sub: 'init' } })
    await home.setFault(undefined)
    await plugin.getByRole('button', { name: 'Try again' }).click()
    await expect(plugin.getByRole('heading', { name: 'Enjoy, Ada' })).toBeVisible()
    await expect(home).toHaveMessage({ subject: 'setHeight', verdict: 'accepted' })
    expect((await home.messages()).map(({ id }) => id)).toEqual([...(await home.messages()).keys()].map((at) => at + 1))
    expect(await failure(expect(home).toHaveMessage({ subject: 'nothing' }, { timeout: 200 }))).toContain(
      'init sent expired',
    )
  })

  test('saves the form that the host renders', async ({ home }) => {
    const plugin = await home.open()
    await expect(plugin.getByRole('heading', { name: 'Enjoy, Ada' })).toBeVisible()
    const form = await home.openSettings()
    await form.getByLabel('Dishes shown at first').fill('99')
    expect(await home.save()).toBe(false)
    await form.getByLabel('Dishes shown at first').fill('1')
    expect(await home.save()).toBe(true)
    expect(await home.config()).toMatchObject({ dishes: 1 })
    await expect(plugin.getByRole('button', { name: /^Show \d more/ })).toBeVisible()
  })

  test('saves the configuration view of the plug-in', async ({ home }) => {
    await home.open({ entryPoint: WITH_SETTINGS_PAGE })
    const settings = await home.openSettings()
    await settings.getByLabel('Dishes shown at first').fill('99')
    expect(await home.save()).toBe(false)
    await settings.getByLabel('Dishes shown at first').fill('2')
    expect(await home.save()).toBe(true)
    expect(await home.config()).toMatchObject({ dishes: 2 })
    await expect(home).toHaveMessage({ view: 'config', subject: 'setConfig', verdict: 'accepted' })
    // without opening them first
    expect(await home.save()).toBe(true)
  })

  test('changes configuration and edit mode, and opens another page', async ({ home, page }) => {
    const plugin = await home.open({ config: { dishes: 1 }, tenant: 'second', device: 'phone' })
    expect(new URL(page.url()).hostname).toBe('second.localhost')
    await expect(plugin.getByRole('listitem')).toHaveCount(1)
    await home.setConfig({ dishes: 2 })
    await expect(plugin.getByRole('listitem')).toHaveCount(2)
    await home.setEditing(true)
    await expect(home).toHaveMessage({ subject: 'init', claims: { 'stt.edit': true } })
    await home.open({ config: { dishes: 3 } })
    await expect(plugin.getByRole('listitem')).toHaveCount(3)
    expect(await auditAccessibility(page, { frame: 'iframe', checks: ['rules'] })).toEqual([])
  })

  test('refuses options that are not valid', async ({ home }) => {
    expect(await failure(home.open({ entryPoint: 'lunch' }))).toContain(
      'The manifest has no entry point with the id "lunch".',
    )
    expect(await failure(home.open({ latency: -1 }))).toContain('The latency of w1 is not a whole number')
    expect(await failure(home.open({ user: { userId: 'user-1', userName: 'Grace' } }))).toContain(
      'the id of another user',
    )
  })
})

test.describe('the option `haiilo`', { tag: ONCE }, () => {
  test.describe('with a manifest as an object', () => {
    const entryPoints = [{ id: 'lunch', url: 'index.html' }]
    test.use({ haiilo: { manifest: { context: ['userName'], entryPoints }, url } })

    test('tests its pages', async ({ home }) => {
      const plugin = await home.open()
      await expect(plugin.getByRole('heading', { name: 'Enjoy, Ada' })).toBeVisible()
      expect(await failure(home.openSettings())).toContain('The entry point has no settings.')
    })
  })

  for (const [what, status, headers, message] of [
    ['is missing', 404, {}, 'The server answers with the status 404.'],
    ['forbids frames', 200, { 'content-type': 'text/html', 'x-frame-options': 'DENY' }, 'X-Frame-Options: DENY'],
  ] as const) {
    const broken = test.extend({
      haiilo: async ({}, use) => {
        const { server, url: origin } = await serve(status, headers)
        await use({ manifest: { entryPoints: [{ id: 'lunch', url: 'index.html' }] }, url: origin })
        server.close()
      },
    })
    broken(`makes \`open\` fail if the page ${what}`, async ({ home }) => {
      expect(await failure(home.open())).toContain(message)
    })
  }
})
