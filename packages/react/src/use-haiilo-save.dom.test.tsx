import { render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { CatchErrors } from '../test/catch-errors.js'
import { loadLunch } from '@haiilo-kit/test-kit'
import '../test/set-up-testing-library.js'
import { HaiiloHostProvider } from './haiilo-host-provider.js'
import { useHaiiloSave } from './use-haiilo-save.js'

test('throws a TypeError to the error boundary on a plug-in view', async () => {
  vi.spyOn(console, 'error').mockReturnValue()
  const errors: unknown[] = []
  render(
    <HaiiloHostProvider host={loadLunch().host}>
      <CatchErrors onError={(error) => errors.push(error)}>
        <Settings />
      </CatchErrors>
    </HaiiloHostProvider>,
  )
  expect(await screen.findByText('caught')).toBeTruthy()
  expect(errors).toEqual([expect.any(TypeError)])
})

function Settings(): null {
  useHaiiloSave(() => true)
  return null
}
