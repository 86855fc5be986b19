import { requireHaiiloUser, type HaiiloBackend } from '@haiilo-kit/server'

/** The default export of `netlify/functions/haiilo.ts`. Use `postgresStore`, because a function has no disk that lasts. */
export function netlifyFunction(backend: HaiiloBackend): (request: Request) => Promise<Response> {
  const me = requireHaiiloUser(backend, (_, { userId }) => Response.json({ userId }))
  return (request) => (new URL(request.url).pathname === '/api/me' ? me(request) : backend(request))
}

/** The export `config` of the same file. */
export function netlifyConfig({ paths }: HaiiloBackend): { readonly path: readonly string[] } {
  return { path: [...paths, '/api/me'] }
}
