import { act, render, screen } from '@testing-library/react'
import { Activity, StrictMode, useEffect, type ReactElement } from 'react'
import { expect, test } from 'vitest'
import { loadLunch, type Lunch } from '@haiilo-kit/test-kit'
import '../test/set-up-testing-library.js'
import { HaiiloHostProvider } from './haiilo-host-provider.js'
import { useHaiiloConnection } from './use-haiilo-connection.js'
import { useHaiiloHost } from './use-haiilo-host.js'

test('makes one host of its options, whatever options come later', async () => {
  const [first, second] = [loadLunch(), loadLunch()]
  const { rerender } = render(<Own lunch={first} />)
  expect(await screen.findByText('ready')).toBeTruthy()
  rerender(<Own lunch={second} />)
  await act(async () => undefined)
  expect([first.inits(), second.inits()]).toEqual([1, 0])
})

test('breaks no promise that was asked for in a first effect, in StrictMode', async () => {
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

test('makes a new host with a new key, and closes the old one', async () => {
  const [first, second] = [loadLunch(), loadLunch()]
  const { rerender } = render(<Own key="first" lunch={first} />)
  expect(await screen.findByText('ready')).toBeTruthy()
  rerender(<Own key="second" lunch={second} />)
  expect(await screen.findByText('ready')).toBeTruthy()
  expect([first.inits(), second.inits()]).toEqual([1, 1])
})

test('never closes a host that it was given', async () => {
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

test('closes its host while it is hidden itself, and opens it again when it is shown', async () => {
  const lunch = loadLunch()
  const { rerender } = render(<Hideable lunch={lunch} mode="visible" />)
  expect(await screen.findByText('ready')).toBeTruthy()
  rerender(<Hideable lunch={lunch} mode="hidden" />)
  await act(async () => undefined)
  rerender(<Hideable lunch={lunch} mode="visible" />)
  expect(await screen.findByText('ready')).toBeTruthy()
  expect(lunch.inits()).toBe(2)
})

test('opens nothing while it is only prepared behind the scenes', async () => {
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
