import { requireHaiiloUser, toNodeHandler, type HaiiloBackend } from '@haiilo-kit/server'
import express, { type Express } from 'express'

/** Express 4 and 5. Body parsers may run before. */
export function createExpressApp(backend: HaiiloBackend): Express {
  const app = express()
  app.use(express.json(), express.urlencoded())
  app.all([...backend.paths], toNodeHandler(backend))
  app.all('/api/me', toNodeHandler(requireHaiiloUser(backend, (_, { userId }) => Response.json({ userId }))))
  return app
}
