import { expect, test } from 'vitest'
import { createSSRApp, defineComponent, h, withDirectives } from 'vue'
import { renderToString } from 'vue/server-renderer'
import {
  createHaiiloHost,
  HaiiloHostBoundary,
  HaiiloHostPlugin,
  provideHaiiloHost,
  useHaiiloContext,
  useHaiiloHeight,
  useHaiiloHost,
  useHaiiloMessage,
  useHaiiloSave,
  vHaiiloHeight,
  type HaiiloHost,
} from '../src/index.js'

const Status = defineComponent(() => {
  const { status } = useHaiiloHost()
  const selected = useHaiiloHost((state) => state.status)
  return () => `${status.value} ${selected.value}`
})

const Name = defineComponent(() => {
  const context = useHaiiloContext()
  return () => String(context.value.userName)
})

test('renders connecting on a server without a DOM', async () => {
  const app = createSSRApp(() => [
    h(Status),
    h(HaiiloHostBoundary, null, { default: () => h(Name), loading: () => h('p', 'One moment') }),
  ])
  app.use(HaiiloHostPlugin, {})
  expect(await renderToString(app)).toBe(
    '<!--[-->connecting connecting<span style="display: contents"><span style="display: contents"><!--[--><p>One moment</p><!--]--></span></span><!--]-->',
  )
})

test('adds no listeners on a server', async () => {
  const { host, calls } = watch(createHaiiloHost({ view: 'config' }))
  const Everything = defineComponent(() => {
    provideHaiiloHost(host)
    useHaiiloHost()
    useHaiiloMessage('edit', () => undefined)
    useHaiiloSave(() => true)
    useHaiiloHeight(() => null)
    return () => withDirectives(h('main', 'content'), [[vHaiiloHeight, { min: 200 }]])
  })
  expect(await renderToString(createSSRApp(Everything))).toBe('<main>content</main>')
  expect(calls()).toBe(0)
})

test('throws ERR_HOST_NOT_READY when the context is read on a server', async () => {
  const errors: unknown[] = []
  const app = createSSRApp(Name).use(HaiiloHostPlugin, createHaiiloHost())
  app.config.errorHandler = (error) => errors.push(error)
  await renderToString(app)
  expect(errors[0]).toMatchObject({ code: 'ERR_HOST_NOT_READY' })
})

function watch(inner: HaiiloHost): { readonly host: HaiiloHost; readonly calls: () => number } {
  let calls = 0
  return {
    host: {
      ...inner,
      subscribe(listener) {
        calls += 1
        return inner.subscribe(listener)
      },
      on(subject, handler) {
        calls += 1
        return inner.on(subject, handler)
      },
    },
    calls: () => calls,
  }
}
