import { expect, test } from '@haiilo-kit/sandbox/playwright'

test('sends the token of the user to the back end', async ({ home }) => {
  const plugin = await home.open()
  // the tenant of the tests has not sent "install"
  await expect(plugin.getByText('The back end does not know this tenant yet.')).toBeVisible()
})
