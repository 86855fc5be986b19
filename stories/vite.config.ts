import angular from '@analogjs/vite-plugin-angular'
import react from '@vitejs/plugin-react'
import vue from '@vitejs/plugin-vue'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

import { importSimulatorPlugin, sourceConditions } from './from-source.js'

const { haiiloSimulator } = await importSimulatorPlugin()

export default defineConfig({
  plugins: [
    react(),
    vue(),
    angular({ tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)), fastCompile: true }),
    haiiloSimulator(),
  ],
  resolve: { conditions: sourceConditions },
  // without this list, Vite discovers them one by one in the first run and reloads the page during a test
  optimizeDeps: {
    include: [
      '@angular/common',
      '@angular/common/http',
      '@angular/compiler',
      '@angular/core',
      '@angular/platform-browser',
      'jose',
      'lit',
      'react',
      'react-dom',
      'react-dom/client',
      'react/jsx-dev-runtime',
      'rxjs',
      'vue',
      '@storybook/addon-a11y > axe-core',
    ],
  },
})
