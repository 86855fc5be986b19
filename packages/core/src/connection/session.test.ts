import { createTokenFactory, scriptHost } from '@haiilo-kit/test-kit'
import { expect, it, onTestFinished } from 'vitest'
import { createHandlers } from './handlers.js'
import type { VerifiedMessage } from './haiilo-host.js'
import { createHostState } from './host-state.js'
import { readOptions } from './options.js'
import { createReplayGuard } from './replay-guard.js'
import { createSession } from './session.js'

const clock = (): number => 1_700_000_000_000
const tenant = await createTokenFactory({ clock })

it('refuses new notifications while the replay guard is full, but still accepts a handshake', async () => {
  const capacity = 3
  const home = scriptHost({ tenant, clock })
  const handlers = createHandlers()
  const published: VerifiedMessage[] = []
  handlers.add('ping', (message) => published.push(message))
  const session = createSession({
    settings: readOptions(home.options),
    state: createHostState(),
    handlers,
    replayGuard: createReplayGuard(clock, capacity),
    onVerified: () => undefined,
  })
  onTestFinished(session.close)
  session.open()
  await session.ready()
  await home.seen({ subject: 'init', verdict: 'accepted' })

  for (let count = 0; count < capacity; count += 1) {
    await home.notify({ sub: 'ping' })
    expect(await home.seen({ direction: 'in' })).toMatchObject({ verdict: 'accepted' })
  }
  await home.notify({ sub: 'ping' })
  expect(await home.seen({ direction: 'in' })).toMatchObject({ verdict: 'refused', reason: 'ERR_TOKEN_REPLAYED' })
  expect(published).toHaveLength(capacity)

  expect(await session.getToken(10, true)).toBeTypeOf('string')
})
