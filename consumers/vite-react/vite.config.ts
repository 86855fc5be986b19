import { haiiloManifest } from '@haiilo-kit/manifest/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({ plugins: [react(), haiiloManifest()] })
