import { describe, expect, it } from 'vitest'
import { workflowProblems } from '../../../scripts/lib/workflow-problems.mjs'

const CHECKOUT = 'actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2'
const WORKFLOW = `on: push
permissions:
  contents: read
jobs:
  test:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - uses: ${CHECKOUT}
        with:
          persist-credentials: false
      - run: npm test
        env:
          TITLE: \${{ github.ref }}
`

describe('the check of the workflows', () => {
  it('accepts a workflow that follows the rules', async () => {
    expect(await workflowProblems(WORKFLOW)).toEqual([])
  })

  it.each<[string, string, string, number, RegExp]>([
    ['an unknown key', 'timeout-minutes', 'timeout-minuts', 7, /Unexpected value 'timeout-minuts'/],
    ['an unknown function', 'github.ref', 'nofn(1)', 14, /Unrecognized function/],
    ['an action at a tag', CHECKOUT, 'actions/checkout@v6', 9, /Name the commit/],
    ['a commit without its version', ' # v6.0.2', '', 9, /Name the commit/],
    ['a value in a command', 'npm test', 'echo ${{ github.head_ref }}', 12, /Pass the value in `env`/],
    ['a checkout that keeps the token', 'credentials: false', 'credentials: true', 9, /persist-credentials/],
    ['a job without a time limit', '    timeout-minutes: 5\n', '', 6, /timeout-minutes/],
    ['a workflow without permissions', 'permissions:\n  contents: read\n', '', 2, /Add `permissions`/],
  ])('reports %s', async (_, from, to, line, message) => {
    const problems = await workflowProblems(WORKFLOW.replace(from, to))
    expect(problems).toContainEqual({ line, message: expect.stringMatching(message) as string })
  })
})
