import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

import { exampleServers } from './src/plugins/example-servers.js'

/** Serves the example while the stories are tested, unless it runs already (`npm start`). Gives back the function that ends it. */
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
