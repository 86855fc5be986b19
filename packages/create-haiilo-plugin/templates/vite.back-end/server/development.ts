import { spawn } from 'node:child_process'
import type { Plugin } from 'vite'

const PORT = '8787'

/** Starts the back end together with the development server of Vite, which forwards its paths. */
export function backEnd(): Plugin {
  const target = `http://127.0.0.1:${PORT}`
  return {
    name: 'back-end',
    apply: ({ mode }, { command }) => command === 'serve' && mode !== 'test',
    config: () => ({ server: { proxy: { '/api/': target, '/haiilo/': target } } }),
    configureServer({ httpServer }) {
      const child = spawn(process.execPath, ['--watch', '--env-file-if-exists=.env', 'server/main.ts'], {
        env: { ...process.env, PORT, NODE_ENV: 'development' },
        stdio: ['ignore', 'inherit', 'inherit'],
      })
      const stop = () => child.kill()
      httpServer?.once('close', stop)
      process.once('exit', stop)
    },
  }
}
