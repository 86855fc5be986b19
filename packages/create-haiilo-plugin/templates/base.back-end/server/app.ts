import { requireHaiiloUser, type HaiiloBackend } from '@haiilo-kit/server'
import { Hono } from 'hono'

/** The routes: the events of Haiilo Home, and your API. */
export function createApp(backend: HaiiloBackend): Hono {
  const me = requireHaiiloUser(backend, (_, { userId, context }) =>
    Response.json({ userId, userName: context.userName }),
  )

  const app = new Hono()
  for (const path of backend.paths) app.all(path, ({ req }) => backend(req.raw))
  app.on(['GET', 'OPTIONS'], '/api/me', ({ req }) => me(req.raw))
  return app
}
