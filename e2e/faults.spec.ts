import { expect, inProbe, plugin, test } from './support/test.js'

const REJECTED = [
  { fault: 'unsigned', code: 'ERR_TOKEN_ALGORITHM' },
  { fault: 'wrong-key', code: 'ERR_TOKEN_SIGNATURE' },
  { fault: 'tampered', code: 'ERR_TOKEN_SIGNATURE' },
  { fault: 'respelled-signature', code: 'ERR_TOKEN_MALFORMED' },
  { fault: 'expired', code: 'ERR_TOKEN_EXPIRED' },
  { fault: 'not-yet-valid', code: 'ERR_TOKEN_NOT_YET_VALID' },
  { fault: 'wrong-subject', code: 'ERR_TOKEN_SUBJECT' },
  { fault: 'foreign-issuer', code: 'ERR_TOKEN_ORIGIN' },
  { fault: 'foreign-origin', code: 'ERR_TOKEN_ORIGIN' },
  { fault: 'untrusted-jku', code: 'ERR_TOKEN_KEY_UNTRUSTED' },
  { fault: 'key-server-down', code: 'ERR_KEYS_UNAVAILABLE' },
]

for (const { fault, code } of REJECTED) {
  test(`rejects a host with the fault ${fault} with ${code}, and accepts it after the fault is gone`, async ({
    page,
    openHome,
  }) => {
    await openHome(`plugin=react&fault=${fault}`)
    const failure = plugin(page).getByRole('alert')
    await expect(failure).toContainText(code)
    await expect(plugin(page).getByRole('heading', { level: 1 })).toHaveText('Lunch cannot be shown')
    await expect(plugin(page).locator('body')).not.toContainText('Ada')

    await page.evaluate(() => window.home.setFault(undefined))
    await plugin(page).getByRole('button', { name: 'Try again' }).click()
    await expect(plugin(page).getByRole('heading', { level: 1 })).toHaveText('Enjoy, Ada')
  })
}

for (const fault of ['silent', 'wrong-nonce', 'late', 'stale-early']) {
  test(`times out with a host that has the fault ${fault}`, async ({ page, openHome }) => {
    await page.clock.install()
    await openHome(`plugin=react&fault=${fault}`)
    await expect(plugin(page).getByRole('status')).toHaveText('One moment…')
    await expect.poll(() => page.evaluate(() => window.home.log.some(({ subject }) => subject === 'init'))).toBe(true)
    await page.clock.fastForward(10_500)
    await expect(plugin(page).getByRole('alert')).toContainText('ERR_HANDSHAKE_TIMEOUT')
  })
}

for (const fault of ['duplicate', 'junk-flood', 'slow']) {
  test(`accepts a host with the fault ${fault}`, async ({ page, openHome, complaints }) => {
    await openHome(`plugin=react&fault=${fault}`)
    await expect(plugin(page).getByRole('heading', { level: 1 })).toHaveText('Enjoy, Ada')
    expect(complaints).toEqual([])
  })
}

for (const fault of ['replayed-save', 'no-jti', 'respelled-signature']) {
  test(`answers a save request with the fault ${fault} once`, async ({ page, openHome, probe: _, complaints }) => {
    await openHome('plugin=probe-settings')
    await inProbe(page, 1, () => window.probe.host.ready().then(({ status }) => status))
    await page.evaluate((name) => window.home.setFault(name as never), fault)
    expect(await page.evaluate(() => window.home.save())).toEqual({ canteen: 'south' })
    await page.evaluate(() => window.home.setFault(undefined))
    // by the time a second save without the fault is answered, a second answer to the first one would have arrived
    expect(await page.evaluate(() => window.home.save())).toEqual({ canteen: 'south' })
    expect(await inProbe(page, 1, () => window.probe.saves.length)).toBe(2)
    expect(complaints).toEqual([])
  })
}

test('reports a failed save when the host stores nothing', async ({ page, openHome, probe: _ }) => {
  await openHome('plugin=probe-settings&fault=refuses-save')
  await inProbe(page, 1, () => window.probe.host.ready().then(({ status }) => status))
  expect(await page.evaluate(() => window.home.save())).toBe(false)
})

test('stays ready without a fresh token when the host answers only one handshake', async ({
  page,
  openHome,
  probe: _,
}) => {
  await page.clock.install()
  await openHome('plugin=probe&fault=answers-once')
  await inProbe(page, 1, () => window.probe.host.ready().then(({ status }) => status))
  const outcome = inProbe(page, 1, async () => {
    const { host } = window.probe
    const token = await host.getToken({ fresh: true }).catch((error: unknown) => (error as { code: string }).code)
    return { token, status: host.getSnapshot().status }
  })
  await expect
    .poll(() => inProbe(page, 1, () => window.probe.wire.filter(({ direction }) => direction === 'out').length))
    .toBe(2)
  await page.clock.fastForward(10_500)
  expect(await outcome).toEqual({ token: 'ERR_REQUEST_TIMEOUT', status: 'ready' })
})

test('ends the connection when a fresh token is for another user', async ({ page, openHome, probe: _ }) => {
  await openHome('plugin=probe&fault=other-user')
  const outcome = await inProbe(page, 1, async () => {
    const { host } = window.probe
    await host.ready()
    const token = await host.getToken({ fresh: true }).catch((error: unknown) => (error as { code: string }).code)
    const { status, error, context } = host.getSnapshot()
    return { token, status, code: error?.code, context }
  })
  expect(outcome).toEqual({
    token: 'ERR_IDENTITY_CHANGED',
    status: 'failed',
    code: 'ERR_IDENTITY_CHANGED',
    context: undefined,
  })
})
