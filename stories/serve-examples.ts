import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import { exampleServers } from './src/example-servers.js'

/** Serves the examples during the tests of the stories, unless they already run (`npm start`). Returns a function that stops the servers. */
export default async function serveExamples(): Promise<(() => void) | undefined> {
  if (await areServed()) return undefined
  // with the variables of vitest, Vite plug-ins would build for tests
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^VITEST|^NODE_ENV$/.test(name)))
  const script = fileURLToPath(new URL('../scripts/dev/serve-examples.mjs', import.meta.url))
  const servers = fork(script, { env, execArgv: [], stdio: 'inherit' })
  const failed = new Promise<never>((_, reject) => {
    servers.once('exit', (code) => reject(new Error(`The servers of the examples ended with exit code ${code}.`)))
  })
  await Promise.race([failed, waitUntilServed()])
  failed.catch(() => undefined)
  return () => void servers.kill()
}

async function waitUntilServed(): Promise<void> {
  while (!(await areServed())) await new Promise((resolve) => setTimeout(resolve, 100))
}

async function areServed(): Promise<boolean> {
  const responses = await Promise.all(
    Object.values(exampleServers).map((url) => fetch(new URL('manifest.json', url)).catch(() => undefined)),
  )
  return responses.every((response) => response?.ok)
}
