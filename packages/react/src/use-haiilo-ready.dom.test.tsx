import { act, fireEvent, render, screen } from '@testing-library/react'
import { StrictMode, Suspense, type ReactElement } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { CatchErrors } from '../test/catch-errors.js'
import { loadLunch } from '@haiilo-kit/test-kit'
import '../test/set-up-testing-library.js'
import { HaiiloHostProvider, type HaiiloHostProviderProps } from './haiilo-host-provider.js'
import { useHaiiloReady } from './use-haiilo-ready.js'

const renderings = vi.fn()
const errors: unknown[] = []

beforeEach(() => {
  renderings.mockClear()
  errors.length = 0
})

test('suspends until the host is ready, with one handshake', async () => {
  const { host, inits } = loadLunch()
  render(<App host={host} />)
  expect(screen.getByText('waiting')).toBeTruthy()
  expect(await screen.findByText('Ada eats {"canteen":"north"}')).toBeTruthy()
  expect(inits()).toBe(1)
  expect(renderings.mock.calls.length).toBeLessThan(12)
})

test('throws a failure to the error boundary, and suspends again after retry()', async () => {
  vi.spyOn(console, 'error').mockReturnValue()
  const { host, home } = loadLunch({ fault: 'tampered' })
  render(<App host={host} />)
  const again = await screen.findByText('caught')
  expect(errors).toEqual([host.getSnapshot().error])
  home.setFault(undefined)
  host.retry()
  fireEvent.click(again)
  expect(await screen.findByText('Ada eats {"canteen":"north"}')).toBeTruthy()
})

test('throws ERR_CONNECTION_CLOSED for a closed host instead of suspending forever', async () => {
  vi.spyOn(console, 'error').mockReturnValue()
  const { host } = loadLunch()
  await host.ready()
  render(<App host={host} />)
  act(host.close)
  expect(await screen.findByText('caught')).toBeTruthy()
  expect(errors).toEqual([expect.objectContaining({ code: 'ERR_CONNECTION_CLOSED' })])
  expect(renderings.mock.calls.length).toBeLessThan(20)
})

test('throws a TypeError below a provider with options', async () => {
  vi.spyOn(console, 'error').mockReturnValue()
  const { options, inits } = loadLunch()
  render(<App options={options} />)
  expect(await screen.findByText('caught')).toBeTruthy()
  expect(errors).toEqual([expect.any(TypeError)])
  expect(String(errors[0])).toMatch(/host=\{host\}/)
  expect(inits()).toBe(0)
})

test('hydrates the fallback of the server', async () => {
  const { host } = loadLunch()
  const page = <App host={host} />
  const element = document.body.appendChild(document.createElement('div'))
  onTestFinished(() => element.remove())
  element.innerHTML = renderToString(page)
  expect(element.textContent).toBe('waiting')
  const root = await act(async () => hydrateRoot(element, page, { onRecoverableError: () => undefined }))
  onTestFinished(() => act(() => root.unmount()))
  expect(await screen.findByText('Ada eats {"canteen":"north"}')).toBeTruthy()
  expect(errors).toEqual([])
  expect(renderings.mock.calls.length).toBeLessThan(20)
})

function App(props: HaiiloHostProviderProps): ReactElement {
  return (
    <StrictMode>
      <CatchErrors onError={(error) => errors.push(error)}>
        <HaiiloHostProvider {...props}>
          <Suspense fallback="waiting">
            <Lunch />
          </Suspense>
        </HaiiloHostProvider>
      </CatchErrors>
    </StrictMode>
  )
}

function Lunch(): string {
  renderings()
  const { context, config } = useHaiiloReady()
  return `${String(context.userName)} eats ${JSON.stringify(config)}`
}
