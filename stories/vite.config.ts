import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

import { importSimulatorPlugin, sourceConditions } from './from-source.js'

const { haiiloSimulator } = await importSimulatorPlugin()

export default defineConfig({
  plugins: [react(), haiiloSimulator()],
  resolve: { conditions: sourceConditions },
  // without this list the first, cold run finds them one by one, reloads in the middle and fails
  optimizeDeps: {
    include: [
      'jose',
      'react',
      'react-dom',
      'react-dom/client',
      'react/jsx-dev-runtime',
      '@storybook/addon-a11y > axe-core',
    ],
  },
})
