import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'
import { expect, it, onTestFinished } from 'vitest'

/** Runs in a worker thread: connects over a memory transport and posts the result. */
const script = `
  import { parentPort } from 'node:worker_threads'
  import { createHaiiloHost } from '@haiilo-kit/core'
  import { createTokenFactory } from '../../../test-kit/src/token-factory.js'
  import { scriptHost } from '../../../test-kit/src/scripted-host.js'

  async function run() {
    const alone = createHaiiloHost()
    const code = await alone.ready().catch((error) => error.code)
    const tenant = await createTokenFactory()
    const home = scriptHost({ tenant })
    const host = createHaiiloHost(home.options)
    const { status, context } = await host.ready()
    host.setHeight(10)
    const { targetOrigin } = await home.next('setHeight')
    const token = await host.getToken({ fresh: true })
    host.close()
    return { code, status, userId: context.userId, targetOrigin, token: typeof token, listening: home.listening() }
  }
  void run().then((result) => parentPort.postMessage(result))
`

it('a host connects in a worker, and does not keep the worker alive', async () => {
  const { outputFiles } = await build({
    stdin: { contents: script, resolveDir: fileURLToPath(new URL('.', import.meta.url)), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    conditions: ['kit-source'],
    logLevel: 'silent',
  })
  const worker = new Worker(outputFiles[0]?.text ?? '', { eval: true })
  onTestFinished(async () => {
    await worker.terminate()
  })
  const ended = new Promise((resolve, reject) => worker.once('exit', resolve).once('error', reject))
  const result = new Promise((resolve) => worker.once('message', resolve))
  await ended
  expect(await result).toEqual({
    code: 'ERR_NO_WINDOW',
    status: 'ready',
    userId: 'user-1',
    targetOrigin: 'https://home.example.com',
    token: 'string',
    listening: 0,
  })
}, 20_000)
