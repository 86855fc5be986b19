import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { untilWritten } from './until-written.js'

it('waits for the content of an empty file, and neither for ever nor for a file that is gone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'until-written-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'manifest.json')
  await untilWritten(file)
  await writeFile(file, '')
  await untilWritten(file)
  let isDone = false
  const waiting = untilWritten(file).then(() => (isDone = true))
  await writeFile(file, '')
  expect(isDone).toBe(false)
  await writeFile(file, '{}')
  await waiting
})
