export default defineNuxtConfig({
  compatibilityDate: '2026-11-01',
  telemetry: false,
  // they need storage, which is not available in every frame
  devtools: { enabled: false },
  // otherwise, Vite finds them when the first page is open, and reloads it
  vite: { optimizeDeps: { include: ['@haiilo-kit/vue', '@haiilo-kit/ui/vue'] } },
})
