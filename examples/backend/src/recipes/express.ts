import { requireHaiiloUser, toNodeHandler, type HaiiloBackend } from '@haiilo-kit/server'
import express, { type Express } from 'express'

/**
 * Express 4 and 5. Body parsers come after the routes of the back end. They may also come before, but then Express itself answers to a body that
 * is not valid, outside of production with a stack trace.
 */
export function createExpressApp(backend: HaiiloBackend): Express {
  const app = express()
  app.all([...backend.paths], toNodeHandler(backend))
  app.use(express.json(), express.urlencoded())
  app.all('/api/me', toNodeHandler(requireHaiiloUser(backend, (_, { userId }) => Response.json({ userId }))))
  return app
}
