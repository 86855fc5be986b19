import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { describeFault, simulatedFaults } from '../src/index.js'

const folder = new URL('../../../docs/errors/', import.meta.url)
const pages = readdirSync(folder).filter((name) => name.startsWith('ERR_'))

/** The code of the error that a fault causes in a correct plug-in, if any. */
function codeOf(fault: (typeof simulatedFaults)[number]): string | undefined {
  return /ERR_\w+/.exec(describeFault(fault).reaction)?.[0]
}

it.each(pages)('%s names the faults that cause the error', (page) => {
  const text = readFileSync(new URL(page, folder), 'utf8')
  const [, list = ''] = /^The simulated host causes this error with the faults? (.*?)\.$/m.exec(text) ?? []
  const named = [...list.matchAll(/`([\w-]+)`/g)].map(([, fault]) => fault)
  const causes = simulatedFaults.filter((fault) => page === `${codeOf(fault)}.md`)
  expect(named.toSorted()).toEqual(causes.toSorted())
})
