import { act, render, screen, waitFor } from '@testing-library/react'
import { Activity, StrictMode, useEffect, type ReactElement } from 'react'
import { describe, expect, test } from 'vitest'
import type { HaiiloHost } from '@haiilo-kit/core'
import { loadLunch, type Lunch } from '@haiilo-kit/test-kit'
import '../test/set-up-testing-library.js'
import { HaiiloHostProvider } from './haiilo-host-provider.js'
import { useHaiiloConnection } from './use-haiilo-connection.js'
import { useHaiiloHost } from './use-haiilo-host.js'

test('creates one host from its first options and ignores later ones', async () => {
  const [first, second] = [loadLunch(), loadLunch()]
  const { rerender } = render(<Own lunch={first} />)
  expect(await screen.findByText('ready')).toBeTruthy()
  rerender(<Own lunch={second} />)
  await act(async () => undefined)
  expect([first.inits(), second.inits()]).toEqual([1, 0])
})

test('resolves ready() from a first effect in StrictMode', async () => {
  const lunch = loadLunch()
  const outcomes: string[] = []
  render(
    <StrictMode>
      <HaiiloHostProvider options={lunch.options}>
        <Asking onOutcome={(outcome) => outcomes.push(outcome)} />
        <Status />
      </HaiiloHostProvider>
    </StrictMode>,
  )
  expect(await screen.findByText('ready')).toBeTruthy()
  await act(async () => undefined)
  expect(outcomes).toEqual(['ready', 'ready'])
})

test('creates a new host for a new key', async () => {
  const [first, second] = [loadLunch(), loadLunch()]
  const { rerender } = render(<Own key="first" lunch={first} />)
  expect(await screen.findByText('ready')).toBeTruthy()
  rerender(<Own key="second" lunch={second} />)
  expect(await screen.findByText('ready')).toBeTruthy()
  expect([first.inits(), second.inits()]).toEqual([1, 1])
})

describe('with a host that is created on each render', () => {
  function openMany(strict: boolean) {
    const lunches: Lunch[] = []
    const warnings: string[] = []
    const makeHost = (): HaiiloHost<unknown> => {
      const lunch = loadLunch({}, { onWarning: ({ code }) => void warnings.push(code) })
      lunches.push(lunch)
      return lunch.host
    }
    const App = (): ReactElement => (
      <HaiiloHostProvider host={makeHost()}>
        <Status />
      </HaiiloHostProvider>
    )
    const page = (): ReactElement =>
      strict ? (
        <StrictMode>
          <App />
        </StrictMode>
      ) : (
        <App />
      )
    const { rerender } = render(page())
    for (let count = 0; count < 10; count += 1) rerender(page())
    return { warnings, inits: () => lunches.reduce((sum, lunch) => sum + lunch.inits(), 0) }
  }

  test.each([
    ['', false],
    [' in StrictMode', true],
  ])('keeps the first one and warns once%s', async (_, strict) => {
    const { warnings, inits } = openMany(strict)
    expect(await screen.findByText('ready')).toBeTruthy()
    expect(warnings).toEqual(['ERR_HOST_CHANGED'])
    expect(inits()).toBe(1)
  })
})

test('reads options once, even if they are inline', async () => {
  const lunch = loadLunch()
  const page = (): ReactElement => (
    <HaiiloHostProvider options={{ ...lunch.options }}>
      <Status />
    </HaiiloHostProvider>
  )
  const { rerender } = render(page())
  for (let count = 0; count < 10; count += 1) rerender(page())
  expect(await screen.findByText('ready')).toBeTruthy()
  expect(lunch.inits()).toBe(1)
})

test('provides each of two providers on one page with its own host, without a warning', async () => {
  const warnings: string[] = []
  const lunches = [1, 2].map(() => loadLunch({}, { onWarning: ({ code }) => void warnings.push(code) }))
  const page = (): ReactElement[] =>
    lunches.map(({ host }, index) => (
      <HaiiloHostProvider key={index} host={host}>
        <p>
          <Status />
        </p>
      </HaiiloHostProvider>
    ))
  const { rerender } = render(<>{page()}</>)
  rerender(<>{page()}</>)
  await waitFor(() => expect(screen.getAllByText('ready')).toHaveLength(2))
  expect(warnings).toEqual([])
})

test('never closes a given host', async () => {
  const { host, inits } = loadLunch()
  await host.ready()
  const { unmount } = render(
    <StrictMode>
      <HaiiloHostProvider host={host}>
        <Status />
      </HaiiloHostProvider>
    </StrictMode>,
  )
  unmount()
  await act(async () => undefined)
  expect(host.getSnapshot().status).toBe('ready')
  expect(inits()).toBe(1)
})

test('closes its host while it is hidden, and opens it again when it becomes visible', async () => {
  const lunch = loadLunch()
  const { rerender } = render(<Hideable lunch={lunch} mode="visible" />)
  expect(await screen.findByText('ready')).toBeTruthy()
  rerender(<Hideable lunch={lunch} mode="hidden" />)
  await act(async () => undefined)
  rerender(<Hideable lunch={lunch} mode="visible" />)
  expect(await screen.findByText('ready')).toBeTruthy()
  expect(lunch.inits()).toBe(2)
})

test('does not open its host while it is pre-rendered in a hidden Activity', async () => {
  const lunch = loadLunch()
  const { rerender } = render(<Hideable lunch={lunch} mode="hidden" />)
  await act(async () => undefined)
  expect(lunch.inits()).toBe(0)
  rerender(<Hideable lunch={lunch} mode="visible" />)
  expect(await screen.findByText('ready')).toBeTruthy()
  expect(lunch.inits()).toBe(1)
})

function Hideable({ lunch, mode }: { lunch: Lunch; mode: 'visible' | 'hidden' }): ReactElement {
  return (
    <Activity mode={mode}>
      <Own lunch={lunch} />
    </Activity>
  )
}

function Own({ lunch }: { lunch: Lunch }): ReactElement {
  return (
    <HaiiloHostProvider options={lunch.options}>
      <Status />
    </HaiiloHostProvider>
  )
}

function Asking({ onOutcome }: { onOutcome: (outcome: string) => void }): null {
  const { ready } = useHaiiloConnection()
  useEffect(() => {
    ready().then(
      ({ status }) => onOutcome(status),
      (error: unknown) => onOutcome(String(error)),
    )
  }, [ready, onOutcome])
  return null
}

function Status(): string {
  return useHaiiloHost(({ status }) => status)
}
