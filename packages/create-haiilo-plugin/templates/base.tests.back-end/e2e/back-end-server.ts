/// <reference types="node" />
import { randomBytes, randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The back end in the tests. It has an empty database, and a new key. */
export const backEndServer = {
  command: 'node server/main.ts',
  url: 'http://127.0.0.1:8787/healthz',
  env: {
    NODE_ENV: 'development',
    PORT: '8787',
    DATABASE_FILE: join(tmpdir(), `${randomUUID()}.db`),
    HAIILO_SECRET_KEYS: `test:${randomBytes(32).toString('base64')}`,
  },
  reuseExistingServer: process.env['CI'] === undefined,
}
