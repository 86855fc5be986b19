import { expect, it, onTestFinished } from 'vitest'

/** Runs in a worker of the browser: connects over a memory transport and posts the result. */
const script = `
  const load = (path) => import(new URL(path, ${JSON.stringify(import.meta.url)}).href)
  const [{ createHaiiloHost }, { createTokenFactory }, { scriptHost }] = await Promise.all([
    load('../../src/index.ts'), load('../../../test-kit/src/token-factory.ts'), load('../../../test-kit/src/scripted-host.ts'),
  ])
  const code = await createHaiiloHost().ready().catch((error) => error.code)
  const tenant = await createTokenFactory()
  const home = scriptHost({ tenant })
  const host = createHaiiloHost(home.options)
  const { status, context } = await host.ready()
  host.setHeight(10)
  const { targetOrigin } = await home.next('setHeight')
  host.close()
  postMessage({ code, status, userId: context.userId, targetOrigin })
`

it('a host connects in a worker of the browser', async () => {
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))
  const worker = new Worker(url, { type: 'module' })
  onTestFinished(() => worker.terminate())
  const result = await new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data)
    worker.onerror = ({ message }) => reject(new Error(message))
  })
  expect(result).toEqual({
    code: 'ERR_NO_WINDOW',
    status: 'ready',
    userId: 'user-1',
    targetOrigin: 'https://home.example.com',
  })
})
