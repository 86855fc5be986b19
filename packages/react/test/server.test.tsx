import { Writable } from 'node:stream'
import { Suspense, type ReactElement } from 'react'
import { renderToPipeableStream, renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import {
  createHaiiloHost,
  HaiiloHostBoundary,
  HaiiloHostProvider,
  useHaiiloContext,
  useHaiiloHost,
  useHaiiloReady,
} from '../src/index.js'

test('renders connecting on a server without a DOM', () => {
  const html = renderToString(
    <HaiiloHostProvider options={{}}>
      <Status />
      <HaiiloHostBoundary loading={<p>One moment</p>}>
        <Name />
      </HaiiloHostBoundary>
    </HaiiloHostProvider>,
  )
  expect(html).toBe(
    'connecting<span style="display:contents"><span style="display:contents"><p>One moment</p></span></span>',
  )
})

test('throws ERR_HOST_NOT_READY when the context is read on a server', () => {
  const host = createHaiiloHost()
  expect(() =>
    renderToString(
      <HaiiloHostProvider host={host}>
        <Name />
      </HaiiloHostProvider>,
    ),
  ).toThrow(expect.objectContaining({ code: 'ERR_HOST_NOT_READY' }))
})

test('streams the Suspense fallback and ends the stream', async () => {
  const host = createHaiiloHost()
  const { html, errors } = await stream(
    <HaiiloHostProvider host={host}>
      <Suspense fallback={<p>One moment</p>}>
        <Ready />
      </Suspense>
    </HaiiloHostProvider>,
  )
  expect(html).toContain('<p>One moment</p>')
  expect(errors).toEqual([expect.objectContaining({ code: 'ERR_NO_WINDOW' })])
})

function Status(): string {
  return useHaiiloHost(({ status }) => status)
}

function Name(): string {
  return String(useHaiiloContext().userName)
}

function Ready(): string {
  return String(useHaiiloReady().context.userName)
}

function stream(element: ReactElement): Promise<{ html: string; errors: unknown[] }> {
  return new Promise((resolve) => {
    let html = ''
    const errors: unknown[] = []
    const sink = new Writable({
      write(chunk, _, done) {
        html += String(chunk)
        done()
      },
      final(done) {
        resolve({ html, errors })
        done()
      },
    })
    const { pipe } = renderToPipeableStream(element, {
      onError: (error) => void errors.push(error),
      onAllReady: () => void pipe(sink),
    })
  })
}
