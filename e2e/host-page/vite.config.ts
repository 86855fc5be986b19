import { defineConfig } from 'vite'

import { importSimulatorPlugin, sourceConditions } from '../../stories/from-source.js'

const { haiiloSimulator } = await importSimulatorPlugin()

export default defineConfig({
  plugins: [haiiloSimulator()],
  base: './',
  resolve: { conditions: sourceConditions },
  build: { target: 'es2022' },
})
