import { buildSite, serveSite } from './support/build-site.js'
import { expect, inProbe, plugin, test } from './support/test.js'

const SIBLING = '<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Sibling</title><p>Sibling</p>'

test.beforeEach(async ({ context }) => {
  await context.route('http://127.0.0.1:4105/**', (route) => route.fulfill({ body: SIBLING, contentType: 'text/html' }))
})

test('ignores a genuine token that another window sends', async ({ page, openHome, probe: _, complaints }) => {
  // intercepts the answer of the host before the plug-in gets it, so that another window can send the genuine token
  await page.addInitScript(() => {
    if (location.port !== '4103') return
    addEventListener('message', (event: MessageEvent<unknown>) => {
      if (event.source !== parent) return
      event.stopImmediatePropagation()
      Object.assign(window, { intercepted: event.data })
    })
  })
  await page.clock.install()
  await openHome('plugin=probe&plugin=sibling')
  const intercepted = (): Promise<unknown> => inProbe(page, 1, () => (window as { intercepted?: unknown }).intercepted)
  await expect.poll(intercepted).toEqual(expect.any(String))

  const token = await intercepted()
  await plugin(page, 2)
    .getByText('Sibling')
    .evaluate((_element, data) => {
      const messages = [data, 'junk', '{"sub":"init"}', { sub: 'init' }, null]
      for (const message of messages) parent.frames[0]?.postMessage(message, '*')
    }, token)
  const seen = (): Promise<unknown> =>
    inProbe(page, 1, () =>
      window.probe.wire.filter(({ direction }) => direction === 'in').map(({ verdict, reason }) => [verdict, reason]),
    )
  await expect.poll(seen).toEqual(Array.from({ length: 5 }, () => ['ignored', 'other-window']))
  expect(await inProbe(page, 1, () => window.probe.host.getSnapshot())).toEqual({ status: 'connecting' })

  await page.clock.fastForward(10_500)
  const code = await inProbe(page, 1, () =>
    window.probe.host.ready().catch((error: unknown) => (error as { code: string }).code),
  )
  expect(code).toBe('ERR_HANDSHAKE_TIMEOUT')
  expect(complaints).toEqual([])
})

test('ignores messages of another window while it is ready', async ({ page, openHome, complaints }) => {
  await openHome('plugin=react&plugin=sibling')
  await expect(plugin(page).getByRole('heading', { level: 1 })).toHaveText('Enjoy, Ada')
  await plugin(page, 2)
    .getByText('Sibling')
    .evaluate(() => {
      for (let round = 0; round < 200; round += 1) {
        for (const message of [
          'a.b.c',
          { iss: 'x', sub: 'edit', 'stt.edit': true },
          round,
          null,
          'x'.repeat(100_000),
        ]) {
          parent.frames[0]?.postMessage(message, '*')
        }
      }
    })
  await plugin(page).getByRole('button', { name: 'Reserve: Tomato soup with basil' }).click()
  await expect(plugin(page).getByText('Reserved: table 7')).toBeVisible()
  await expect(plugin(page).getByRole('heading', { level: 1 })).toHaveText('Enjoy, Ada')
  expect(complaints).toEqual([])
})

for (const origin of ['https://lunch.example.org', 'http://lunch.test']) {
  // in a page on http, no frame has Web Crypto, not even a frame on https
  test(`a plug-in on ${origin} in a page on http shows ERR_INSECURE_CONTEXT and sends nothing`, async ({
    page,
    context,
  }) => {
    await serveSite(context, origin, await buildSite('examples/react'))
    const body = `<!doctype html><html lang="en"><title>Plain</title>
      <script>var received = []; addEventListener('message', ({ data }) => { received.push(data) })</script>
      <iframe title="Plug-in 1" src="${origin}/?src=instance-1"></iframe>`
    await context.route('http://plain.test/', (route) => route.fulfill({ body, contentType: 'text/html' }))
    await page.goto('http://plain.test/')

    expect(await page.evaluate(() => isSecureContext)).toBe(false)
    await expect(plugin(page).getByRole('alert')).toContainText('ERR_INSECURE_CONTEXT')
    await expect(plugin(page).getByRole('heading')).toHaveText(['Lunch cannot be shown'])
    expect(await page.evaluate(() => (window as { received?: unknown }).received)).toEqual([])
  })
}
