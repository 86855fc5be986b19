import { loadLunch } from '@haiilo-kit/test-kit'
import { expect, test } from 'vitest'
import { createApp, effectScope, h, isReadonly, toValue } from 'vue'
import { mountApp } from '../test/mount-app.js'
import { HaiiloHostPlugin } from './haiilo-host-plugin.js'
import { useHaiiloConfig } from './use-haiilo-config.js'
import { useHaiiloContext } from './use-haiilo-context.js'

test('returns readonly refs of the context and the configuration', async () => {
  const { host } = loadLunch()
  await host.ready()
  const { element } = mountApp(
    {
      setup() {
        const [context, config] = [useHaiiloContext(), useHaiiloConfig()]
        expect([isReadonly(context), isReadonly(config)]).toEqual([true, true])
        return () => h('p', `${String(context.value.userName)} ${JSON.stringify(config.value)}`)
      },
    },
    host,
  )
  expect(element.textContent).toBe('Ada {"canteen":"north"}')
})

const each: [string, typeof useHaiiloContext | typeof useHaiiloConfig][] = [
  ['context', useHaiiloContext],
  ['configuration', useHaiiloConfig],
]

test.each(each)('throws for the %s until the host answers', (_, use) => {
  const app = createApp({ render: () => null }).use(HaiiloHostPlugin, loadLunch().host)
  expect(() => app.runWithContext(() => effectScope(true).run<unknown>(use))).toThrow(
    expect.objectContaining({ code: 'ERR_HOST_NOT_READY' }),
  )
})

test.each(each)('throws for the %s when it is read after the host is closed', async (_, use) => {
  const { host } = loadLunch()
  await host.ready()
  const app = createApp({ render: () => null }).use(HaiiloHostPlugin, host)
  const field = app.runWithContext(() => effectScope(true).run<ReturnType<typeof use>>(use))
  expect(toValue(field)).toBeTruthy()
  host.close()
  expect(() => toValue(field)).toThrow(expect.objectContaining({ code: 'ERR_HOST_NOT_READY' }))
})
