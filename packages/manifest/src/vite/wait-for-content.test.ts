import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { waitForContent } from './wait-for-content.js'

it('waits for the content of an empty file for a limited time, and does not wait for a missing file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'until-written-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'manifest.json')
  await waitForContent(file)
  await writeFile(file, '')
  await waitForContent(file)
  let isDone = false
  const waiting = waitForContent(file).then(() => (isDone = true))
  await writeFile(file, '')
  expect(isDone).toBe(false)
  await writeFile(file, '{}')
  await waiting
})
