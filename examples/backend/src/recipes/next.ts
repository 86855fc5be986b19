import { requireHaiiloUser, type HaiiloBackend } from '@haiilo-kit/server'

type RouteHandler = (request: Request) => Promise<Response>

/** The exports of `app/haiilo/[event]/route.ts` in Next.js: `export const { POST } = eventRoute(backend)`. */
export function eventRoute(backend: HaiiloBackend): { readonly POST: RouteHandler } {
  return { POST: backend.fetch }
}

/**
 * The exports of `app/api/me/route.ts` in Next.js: `export const { GET, OPTIONS } = meRoute(backend)`. Without `OPTIONS`, a plug-in on another
 * origin cannot call it.
 */
export function meRoute(backend: HaiiloBackend): { readonly GET: RouteHandler; readonly OPTIONS: RouteHandler } {
  const me = requireHaiiloUser(backend, (_, { userId }) => Response.json({ userId }))
  return { GET: me, OPTIONS: me }
}
