import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { describeFault, simulatedFaults } from '../src/faults/faults.js'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

it.each(simulatedFaults)('the README describes the fault %s as describeFault does', (fault) => {
  const { does, reaction } = describeFault(fault)
  const cells = readme
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .find(([, name]) => name === `\`${fault}\``)
  expect(cells?.slice(2, 4)).toEqual([does, reaction])
})
