// Serves the built Storybook, and below /docs/ the whole documentation. Like the development server of Storybook, it has the key server of the
// simulator: plug-ins on other origins verify the tokens of the sandbox with its keys. The argument is the port.
import '../lib/require-node.mjs'
import { join } from 'node:path'
import sirv from 'sirv'
import { preview } from 'vite'
import { importSimulatorPlugin } from '../../stories/from-source.ts'
import { onShutdown } from '../lib/shutdown.mjs'
import { site } from '../site/build-site.mjs'

onShutdown((code) => process.exit(code))
const { haiiloSimulator } = await importSimulatorPlugin()
await preview({
  configFile: false,
  logLevel: 'warn',
  appType: 'mpa',
  build: { outDir: join(site, 'storybook') },
  preview: { host: 'localhost', port: Number(process.argv[2]), strictPort: true },
  plugins: [haiiloSimulator(), documentation()],
})

function documentation() {
  return {
    name: 'documentation',
    configurePreviewServer: ({ middlewares }) => void middlewares.use('/docs', sirv(site)),
  }
}
