import type * as SimulatorPlugin from '@haiilo-kit/simulator/vite'
import { fileURLToPath } from 'node:url'
import { defaultClientConditions, runnerImport } from 'vite'

/** What Vite resolves packages by here: those of this workspace are read from their sources, with no build in between. */
export const sourceConditions: string[] = ['kit-source', ...defaultClientConditions]

/** The simulator's Vite plug-in, from its sources. Node itself could not import it: its own imports say `.js` and mean `.ts`. */
export async function importSimulatorPlugin(): Promise<typeof SimulatorPlugin> {
  const { module } = await runnerImport<typeof SimulatorPlugin>('@haiilo-kit/simulator/vite', {
    root: fileURLToPath(new URL('.', import.meta.url)),
    logLevel: 'error',
    // with all of the kit that it imports: what was built may be old, or be written anew at this moment
    environments: { inline: { resolve: { conditions: ['kit-source', 'node'], noExternal: [/^@haiilo-kit\//] } } },
  })
  return module
}
