import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

import { exampleServers } from './src/plugins/example-servers.js'

/** Serves the example during the tests of the stories, unless it already runs (`npm start`). Returns a function that stops the server. */
export default async function serveExample(): Promise<(() => Promise<void>) | undefined> {
  if (await isServed()) return undefined
  const server = await createServer({
    root: fileURLToPath(new URL('../examples/react', import.meta.url)),
    logLevel: 'warn',
  })
  await server.listen()
  return () => server.close()
}

async function isServed(): Promise<boolean> {
  const response = await fetch(new URL('manifest.json', exampleServers.React.url)).catch(() => undefined)
  return response?.ok ?? false
}
