/// <reference types="node" />
import { randomBytes } from 'node:crypto'

/** The back end in the tests. It has a database in memory, and a new key. */
export const backEndServer = {
  command: 'node server/main.ts',
  url: 'http://127.0.0.1:8787/healthz',
  env: {
    NODE_ENV: 'development',
    PORT: '8787',
    DATABASE_FILE: ':memory:',
    HAIILO_SECRET_KEYS: `test:${randomBytes(32).toString('base64')}`,
  },
  reuseExistingServer: process.env['CI'] === undefined,
}
