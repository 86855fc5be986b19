import { requireHaiiloUser, toNodeHandler, type HaiiloBackend } from '@haiilo-kit/server'
import fastify, { type FastifyInstance } from 'fastify'

/** Fastify must not read the bodies of these routes, so they are in a plug-in of their own with a parser that does nothing. */
export function createFastifyApp(backend: HaiiloBackend): FastifyInstance {
  const app = fastify()
  void app.register((routes, _, done) => {
    routes.removeAllContentTypeParsers()
    routes.addContentTypeParser('*', (_request, _payload, parsed) => parsed(null))
    const add = (path: string, handler: (request: Request) => Promise<Response>): void => {
      const handle = toNodeHandler(handler)
      routes.all(path, (request, reply) => {
        reply.hijack()
        handle(request.raw, reply.raw)
      })
    }
    for (const path of backend.paths) add(path, backend)
    add(
      '/api/me',
      requireHaiiloUser(backend, (_request, { userId }) => Response.json({ userId })),
    )
    done()
  })
  return app
}
