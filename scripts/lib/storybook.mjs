// Starts Storybook for scripts that take pictures of stories. Uses the one of `npm start` if it is running.
import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { env, root } from './commands.mjs'
import { killGroup, onShutdown, ownGroup } from './shutdown.mjs'

/** Set STORYBOOK_URL to use a Storybook at another address. */
export const STORYBOOK = process.env['STORYBOOK_URL'] ?? 'http://localhost:6006'

/** Uses the Storybook that runs, or starts one. Returns the function that ends the started one. */
export async function startStorybook() {
  if (await answers()) return () => undefined
  const stories = join(root, 'stories')
  const child = spawn('storybook', ['dev', '--port', new URL(STORYBOOK).port, '--ci', '--no-open'], {
    cwd: stories,
    env: { ...env, PATH: [join(stories, 'node_modules/.bin'), env.PATH].join(delimiter) },
    stdio: 'ignore',
    ...ownGroup,
  })
  const stop = () => killGroup(child)
  onShutdown((code) => {
    stop()
    process.exit(code)
  })
  while (!(await answers())) await new Promise((resolve) => setTimeout(resolve, 500))
  return stop
}

async function answers() {
  const response = await fetch(`${STORYBOOK}/index.json`).catch(() => undefined)
  return response?.ok ?? false
}
