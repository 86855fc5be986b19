import { act, render, renderHook, screen } from '@testing-library/react'
import { useEffect, type PropsWithChildren, type ReactElement } from 'react'
import { expect, test, vi } from 'vitest'
import { loadLunch, type Lunch } from '@haiilo-kit/test-kit'
import '../test/set-up-testing-library.js'
import { HaiiloHostProvider } from './haiilo-host-provider.js'
import type { HaiiloHostState } from './host-state.js'
import { useHaiiloHost } from './use-haiilo-host.js'

function provide({ host }: Lunch): (props: PropsWithChildren) => ReactElement {
  return ({ children }) => <HaiiloHostProvider host={host}>{children}</HaiiloHostProvider>
}

test('returns the fields of the snapshot, and commands that stay the same', async () => {
  const lunch = loadLunch()
  const { result } = renderHook(() => useHaiiloHost(), { wrapper: provide(lunch) })
  const first = result.current
  expect(first.status).toBe('connecting')
  await act(() => lunch.host.ready())
  expect(result.current).toMatchObject({
    status: 'ready',
    context: { userName: 'Ada' },
    config: { canteen: 'north' },
    editing: false,
    issuer: 'https://home.example.com',
  })
  for (const command of ['send', 'request', 'on', 'setHeight', 'getToken', 'retry', 'close'] as const) {
    expect(result.current[command]).toBe(lunch.host[command])
    expect(first[command]).toBe(result.current[command])
  }
})

test('omits the token from spreads and logs', async () => {
  const lunch = loadLunch()
  await lunch.host.ready()
  const { result } = renderHook(() => useHaiiloHost(), { wrapper: provide(lunch) })
  expect(result.current.token).toBe(lunch.host.getSnapshot().token)
  expect({ ...result.current }).not.toHaveProperty('token')
  expect(JSON.stringify(result.current)).not.toContain(lunch.host.getSnapshot().token)
})

test('returns the same object until the state changes', async () => {
  const lunch = loadLunch()
  await lunch.host.ready()
  const { result, rerender } = renderHook(() => useHaiiloHost(), { wrapper: provide(lunch) })
  const before = result.current
  rerender()
  expect(result.current).toBe(before)
  await act(() => lunch.setEditing(true))
  expect(result.current).not.toBe(before)
  expect(result.current.context).toBe(before.context)
})

test('keeps the identity of an equal selection, even if the selector returns a new object', async () => {
  const lunch = loadLunch()
  await lunch.host.ready()
  const { result, rerender } = renderHook(() => useHaiiloHost(({ context, issuer }) => [context?.userName, issuer]), {
    wrapper: provide(lunch),
  })
  const before = result.current
  expect(before).toEqual(['Ada', 'https://home.example.com'])
  rerender()
  await act(() => lunch.setEditing(true))
  expect(result.current).toBe(before)
})

test('uses the selector of the latest render', async () => {
  const lunch = loadLunch()
  await lunch.host.ready()
  const selectors = {
    name: (state: HaiiloHostState) => state.context?.userName,
    status: (state: HaiiloHostState) => state.status,
  }
  const { result, rerender } = renderHook(
    ({ pick }: { pick: keyof typeof selectors }) => useHaiiloHost(selectors[pick]),
    {
      wrapper: provide(lunch),
      initialProps: { pick: 'name' },
    },
  )
  expect(result.current).toBe('Ada')
  rerender({ pick: 'status' })
  expect(result.current).toBe('ready')
  act(lunch.host.close)
  expect(result.current).toBe('closed')
})

test('does not loop if each selection is different', async () => {
  const lunch = loadLunch()
  await lunch.host.ready()
  const select = vi.fn(({ editing }: HaiiloHostState) => new Map([['editing', editing]]))
  const { result } = renderHook(() => useHaiiloHost((state) => select(state)), { wrapper: provide(lunch) })
  await act(() => lunch.setEditing(true))
  expect(result.current.get('editing')).toBe(true)
  expect(select.mock.calls.length).toBeLessThan(8)
})

test('switches to another host when the provider gets another key', async () => {
  const [north, south] = [loadLunch(), loadLunch()]
  await north.host.ready()
  const page = (key: string, { host }: Lunch): ReactElement => (
    <HaiiloHostProvider key={key} host={host}>
      <Status />
    </HaiiloHostProvider>
  )
  const { rerender } = render(page('north', north))
  expect(screen.getByText('ready')).toBeTruthy()
  rerender(page('south', south))
  expect(screen.getByText('connecting')).toBeTruthy()
  expect(await screen.findByText('ready')).toBeTruthy()
  act(south.host.close)
  expect(screen.getByText('closed')).toBeTruthy()
  expect(north.host.getSnapshot().status).toBe('ready')
})

test('returns the commands of the new host even if both hosts have equal snapshots', () => {
  const [north, south] = [loadLunch({ fault: 'silent' }), loadLunch({ fault: 'silent' })]
  const closeCommands: unknown[] = []
  const page = (lunch: Lunch): ReactElement => (
    <HaiiloHostProvider key={lunch === north ? 'north' : 'south'} host={lunch.host}>
      <Closer onCommand={(close) => void closeCommands.push(close)} />
    </HaiiloHostProvider>
  )
  const { rerender } = render(page(north))
  rerender(page(south))
  expect([...new Set(closeCommands)]).toEqual([north.host.close, south.host.close])
})

function Closer({ onCommand }: { onCommand: (close: () => void) => void }): null {
  const { close } = useHaiiloHost()
  useEffect(() => onCommand(close))
  return null
}

function Status(): string {
  return useHaiiloHost(({ status }) => status)
}
