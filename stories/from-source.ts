import type * as SimulatorPlugin from '@haiilo-kit/simulator/vite'
import { fileURLToPath } from 'node:url'
import { defaultClientConditions, runnerImport } from 'vite'

/** Resolve conditions for Vite. Packages of this workspace are loaded from their sources, without a build. */
export const sourceConditions: string[] = ['kit-source', ...defaultClientConditions]

/** Imports the simulator's Vite plug-in from its sources. Node cannot import it, because the sources import `.ts` files with the extension `.js`. */
export async function importSimulatorPlugin(): Promise<typeof SimulatorPlugin> {
  const { module } = await runnerImport<typeof SimulatorPlugin>('@haiilo-kit/simulator/vite', {
    root: fileURLToPath(new URL('.', import.meta.url)),
    logLevel: 'error',
    // also for the packages of the kit that it imports: their builds may be outdated, or incomplete during a new build
    environments: { inline: { resolve: { conditions: ['kit-source', 'node'], noExternal: [/^@haiilo-kit\//] } } },
  })
  return module
}
