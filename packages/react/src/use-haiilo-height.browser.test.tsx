import { StrictMode, type ReactElement } from 'react'
import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import { expect, onTestFinished, test, vi } from 'vitest'
import { loadLunch } from '@haiilo-kit/test-kit'
import { HaiiloHostProvider } from './haiilo-host-provider.js'
import { useHaiiloHeight } from './use-haiilo-height.js'

/** The first signature generates a key pair, which takes several seconds on a busy machine. */
const patience = { timeout: 20_000 }

test('observes each element with the options of the render that attaches it, in StrictMode, without console output', async () => {
  const error = vi.spyOn(console, 'error')
  const { host, home } = loadLunch()
  await host.ready()
  const root = openRoot()
  const show = (min: number, element: 'main' | 'section'): void =>
    flushSync(() =>
      root.render(
        <StrictMode>
          <HaiiloHostProvider host={host}>
            <Content min={min} element={element} />
          </HaiiloHostProvider>
        </StrictMode>,
      ),
    )
  show(320, 'main')
  await vi.waitFor(() => expect(home.height).toBe(320), patience)
  show(400, 'section')
  await vi.waitFor(() => expect(home.height).toBe(400), patience)
  expect(error).not.toHaveBeenCalled()
})

test('updates the height when text wraps', async () => {
  const { host, home } = loadLunch()
  await host.ready()
  const root = openRoot()
  flushSync(() =>
    root.render(
      <HaiiloHostProvider host={host}>
        <Wrapping />
      </HaiiloHostProvider>,
    ),
  )
  await vi.waitFor(() => expect(home.height).toBeGreaterThan(0), patience)
  const wide = home.height ?? 0
  document.querySelector('article')!.style.width = '4em'
  await vi.waitFor(() => expect(home.height).toBeGreaterThan(wide), patience)
})

function Content({ min, element: Element }: { min: number; element: 'main' | 'section' }): ReactElement {
  return <Element ref={useHaiiloHeight({ min })} />
}

function Wrapping(): ReactElement {
  return (
    <article ref={useHaiiloHeight()} style={{ width: '40em' }}>
      A text of several words, on one line
    </article>
  )
}

function openRoot(): Root {
  const element = document.body.appendChild(document.createElement('div'))
  const root = createRoot(element)
  onTestFinished(() => {
    flushSync(() => root.unmount())
    element.remove()
  })
  return root
}
