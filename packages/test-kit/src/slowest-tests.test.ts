import { describe, expect, it } from 'vitest'
import { slowestTests } from '../../../scripts/lib/slowest-tests.mjs'

const VITEST = {
  testResults: [
    {
      name: '/repository/packages/core/src/a.test.ts',
      assertionResults: [
        { fullName: ' reads a token', duration: 1500 },
        { fullName: 'refuses a token', duration: 20 },
        { fullName: 'was skipped' },
      ],
    },
  ],
}

const PLAYWRIGHT = {
  suites: [
    {
      title: 'frames.spec.ts',
      file: 'frames.spec.ts',
      specs: [],
      suites: [
        {
          title: 'in React',
          file: 'frames.spec.ts',
          specs: [
            {
              title: 'shows the name',
              file: 'frames.spec.ts',
              tests: [{ results: [{ duration: 900 }, { duration: 4000 }] }],
            },
          ],
        },
      ],
    },
  ],
}

describe('slowestTests', () => {
  it('lists tests of Vitest and Playwright, slowest first', () => {
    expect(slowestTests([VITEST, PLAYWRIGHT], 20)).toEqual([
      { file: 'frames.spec.ts', name: 'in React shows the name', seconds: 4 },
      { file: '/repository/packages/core/src/a.test.ts', name: 'reads a token', seconds: 1.5 },
      { file: '/repository/packages/core/src/a.test.ts', name: 'refuses a token', seconds: 0.02 },
      { file: '/repository/packages/core/src/a.test.ts', name: 'was skipped', seconds: 0 },
    ])
  })

  it('returns no more tests than requested', () => {
    expect(slowestTests([VITEST, PLAYWRIGHT], 1).map(({ name }) => name)).toEqual(['in React shows the name'])
  })

  it('returns no test for a report that is empty', () => {
    expect(slowestTests([{}], 20)).toEqual([])
  })
})
