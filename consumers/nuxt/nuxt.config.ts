export default defineNuxtConfig({
  compatibilityDate: '2026-11-01',
  telemetry: false,
  // they need storage, which is not available in every frame
  devtools: { enabled: false },
})
