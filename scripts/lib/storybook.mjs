// Starts Storybook for scripts that take pictures of stories. Uses the servers of `npm start` if they are running.
import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { env, root } from './commands.mjs'
import { killGroup, onShutdown, ownGroup } from './shutdown.mjs'

/** Set STORYBOOK_URL to use a Storybook at another address. */
export const STORYBOOK = process.env['STORYBOOK_URL'] ?? 'http://localhost:6006'

/** The last server that `serve-examples.mjs` starts. */
const LAST_EXAMPLE = 'http://127.0.0.1:4108/'

/** Starts Storybook and the examples that its sandbox embeds, unless they run. Returns the function that ends the started ones. */
export async function startStorybook() {
  const children = []
  if (!(await answers(STORYBOOK))) {
    const args = ['dev', '--port', new URL(STORYBOOK).port, '--ci', '--no-open']
    children.push(start('storybook', args, join(root, 'stories')))
  }
  if (!(await answers(LAST_EXAMPLE))) children.push(start('node', ['scripts/dev/serve-examples.mjs'], root))
  const stop = () => children.forEach((child) => killGroup(child))
  onShutdown((code) => {
    stop()
    process.exit(code)
  })
  while (!(await answers(STORYBOOK)) || !(await answers(LAST_EXAMPLE)))
    await new Promise((resolve) => setTimeout(resolve, 500))
  return stop
}

function start(program, args, cwd) {
  const PATH = [join(cwd, 'node_modules/.bin'), env.PATH].join(delimiter)
  return spawn(program, args, { cwd, env: { ...env, PATH }, stdio: 'ignore', ...ownGroup })
}

async function answers(url) {
  const response = await fetch(url).catch(() => undefined)
  await response?.body?.cancel()
  return response?.ok ?? false
}
