import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

import { importSimulatorPlugin, sourceConditions } from './from-source.js'

const { haiiloSimulator } = await importSimulatorPlugin()

export default defineConfig({
  plugins: [react(), haiiloSimulator()],
  resolve: { conditions: sourceConditions },
  // without this list, Vite discovers them one by one in the first run and reloads the page during a test
  optimizeDeps: {
    include: [
      '@storybook/addon-docs/blocks',
      'jose',
      'lit',
      'react',
      'react-dom',
      'react-dom/client',
      'react/jsx-dev-runtime',
      'react-markdown',
      'rehype-slug',
      'remark-gfm',
      '@storybook/addon-a11y > axe-core',
    ],
  },
})
