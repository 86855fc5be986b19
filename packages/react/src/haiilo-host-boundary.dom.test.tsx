import { act, fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { CatchErrors } from '../test/catch-errors.js'
import { loadLunch } from '@haiilo-kit/test-kit'
import '../test/set-up-testing-library.js'
import { HaiiloHostBoundary } from './haiilo-host-boundary.js'
import { HaiiloHostProvider } from './haiilo-host-provider.js'
import { useHaiiloConfig } from './use-haiilo-config.js'
import { useHaiiloContext } from './use-haiilo-context.js'

function Lunch(): string {
  return `${String(useHaiiloContext().userName)} eats ${JSON.stringify(useHaiiloConfig())}`
}

test('renders a ready host synchronously, as in the README example', async () => {
  const { host } = loadLunch()
  await host.ready()
  render(
    <HaiiloHostProvider host={host}>
      <HaiiloHostBoundary>
        <Lunch />
      </HaiiloHostBoundary>
    </HaiiloHostProvider>,
  )
  expect(screen.getByText('Ada eats {"canteen":"north"}')).toBeTruthy()
})

test('accepts elements and functions', async () => {
  const { host } = loadLunch({ fault: 'tampered' })
  render(
    <HaiiloHostProvider host={host}>
      <HaiiloHostBoundary loading={() => <p>loading, by a function</p>} failed={<p>failed, an element</p>} />
      <HaiiloHostBoundary
        loading={<p>loading, an element</p>}
        failed={({ error }) => <p>{error.code}, by a function</p>}
      />
      <HaiiloHostBoundary loading={null} failed={null} />
    </HaiiloHostProvider>,
  )
  expect(screen.getByText('loading, by a function')).toBeTruthy()
  expect(screen.getByText('loading, an element')).toBeTruthy()
  expect(await screen.findByText('failed, an element')).toBeTruthy()
  expect(screen.getByText('ERR_TOKEN_SIGNATURE, by a function')).toBeTruthy()
})

test('renders nothing after the host is closed', async () => {
  const { host } = loadLunch()
  await host.ready()
  const { container } = render(
    <HaiiloHostProvider host={host}>
      <HaiiloHostBoundary loading="loading" failed="failed">
        <Lunch />
      </HaiiloHostBoundary>
    </HaiiloHostProvider>,
  )
  act(host.close)
  expect(container.textContent).toBe('')
})

test('unmounts its children before they could read a missing context', async () => {
  const { host } = loadLunch({ fault: 'other-user' })
  await host.ready()
  const onError = vi.fn()
  render(
    <HaiiloHostProvider host={host}>
      <CatchErrors onError={onError}>
        <HaiiloHostBoundary failed="failed">
          <Lunch />
        </HaiiloHostBoundary>
      </CatchErrors>
    </HaiiloHostProvider>,
  )
  await act(() => host.getToken({ fresh: true }).catch(() => undefined))
  expect(screen.getByText('failed')).toBeTruthy()
  expect(onError).not.toHaveBeenCalled()
})

test('renders again after an error boundary calls retry() of the host', async () => {
  vi.spyOn(console, 'error').mockReturnValue()
  const { host, home } = loadLunch({ fault: 'tampered' })
  const errors: unknown[] = []
  render(
    <HaiiloHostProvider host={host}>
      <CatchErrors onError={(error) => errors.push(error)}>
        <HaiiloHostBoundary>
          <Lunch />
        </HaiiloHostBoundary>
      </CatchErrors>
    </HaiiloHostProvider>,
  )
  const again = await screen.findByText('caught')
  expect(errors).toEqual([host.getSnapshot().error])
  home.setFault(undefined)
  host.retry()
  fireEvent.click(again)
  expect(await screen.findByText('Ada eats {"canteen":"north"}')).toBeTruthy()
})
