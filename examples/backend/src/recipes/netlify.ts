import { requireHaiiloUser, type HaiiloBackend } from '@haiilo-kit/server'

/** The default export of `netlify/functions/haiilo.ts`. Use `postgresStore`, because a function has no disk that lasts. */
export function netlifyFunction(backend: HaiiloBackend): (request: Request) => Promise<Response> {
  const me = requireHaiiloUser(backend, (_, { userId }) => Response.json({ userId }))
  return (request) => (new URL(request.url).pathname === '/api/me' ? me(request) : backend(request))
}

/** Must be in the same file, and written out: Netlify reads it without running the file. A test can compare it with `backend.paths`. */
export const config = {
  path: [
    '/haiilo/install',
    '/haiilo/uninstall',
    '/haiilo/instance_add',
    '/haiilo/instance_remove',
    '/haiilo/access_token',
    '/healthz',
    '/api/me',
  ],
}
