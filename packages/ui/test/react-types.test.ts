import { openTypeProgram } from '@haiilo-kit/test-kit/open-type-program'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

test('types the props and events of the React components', () => {
  const folder = fileURLToPath(new URL('../types-test/react', import.meta.url))
  expect(openTypeProgram(folder).errors()).toEqual([])
}, 120_000)
