import { spawn } from 'node:child_process'
import type { Plugin } from 'vite'

const PORT = '8787'

function start() {
  return spawn(process.execPath, ['--env-file-if-exists=.env', 'server/main.ts'], {
    env: { ...process.env, PORT, NODE_ENV: 'development' },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
}

/** Starts the back end together with the development server of Vite, which forwards its paths. A change in this folder starts it again. */
export function backEnd(): Plugin {
  const target = `http://127.0.0.1:${PORT}`
  return {
    name: 'back-end',
    apply: ({ mode }, { command }) => command === 'serve' && mode !== 'test',
    config: () => ({ server: { proxy: { '/api/': target, '/haiilo/': target } } }),
    configureServer({ httpServer, watcher }) {
      let child = start()
      const restart = (file: string) => {
        if (!file.startsWith(import.meta.dirname)) return
        if (child.exitCode !== null || child.signalCode !== null) {
          child = start()
        } else if (child.listenerCount('exit') === 0) {
          child.once('exit', () => (child = start()))
          child.kill()
        }
      }
      const stop = () => {
        child.removeAllListeners('exit')
        child.kill()
      }
      watcher.on('change', restart)
      httpServer?.once('close', stop)
      process.once('exit', stop)
    },
  }
}
