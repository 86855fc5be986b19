import { requireHaiiloUser, type HaiiloBackend } from '@haiilo-kit/server'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'

const MAX_BODY_BYTES = 10_000
const CORS = { 'access-control-allow-origin': '*' }

/** The routes: events of Haiilo Home, the user, and a notification. */
export function createApp(backend: HaiiloBackend): Hono {
  const me = requireHaiiloUser(backend, (_, { userId, context }) =>
    Response.json({ userId, userName: context.userName }),
  )

  const notify = requireHaiiloUser(backend, async (request, { userId, installations: [installation] }) => {
    const body = (await request.json().catch(() => null)) as { readonly instanceId?: unknown } | null
    const instanceId = body?.instanceId
    if (typeof instanceId !== 'string' || !installation) return Response.json({ error: 'no-instance' }, { status: 400 })
    const messages = { en: 'Lunch is ready', de: 'Das Essen ist fertig' }
    await backend.haiiloApi(installation).notify({ recipientId: userId, messages, instanceId })
    return Response.json({ sent: true }, { status: 201 })
  })

  const app = new Hono()
  // the back end limits its own bodies
  app.use(
    '/api/*',
    bodyLimit({ maxSize: MAX_BODY_BYTES, onError: ({ json }) => json({ error: 'too-large' }, 413, CORS) }),
  )
  for (const path of backend.paths) app.all(path, ({ req }) => backend(req.raw))
  app.on(['GET', 'OPTIONS'], '/api/me', ({ req }) => me(req.raw))
  app.on(['POST', 'OPTIONS'], '/api/notify', ({ req }) => notify(req.raw))
  return app
}
