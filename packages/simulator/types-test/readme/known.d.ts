// names that the examples of the README use without declaring them
declare const manifest: import('@haiilo-kit/simulator').SimulatedManifest
declare function defineConfig(config: import('vite').UserConfig): import('vite').UserConfig
declare const test: typeof import('vitest').test
declare const expect: typeof import('vitest').expect
declare function servePage(
  request: import('node:http').IncomingMessage,
  response: import('node:http').ServerResponse,
): void
