// Writes core's built-in keys as modules, so that a bundle contains them without the notes of the JSON file. Each key has its own module, because
// plug-ins load the staging key only if they trust staging tenants. With --check it only compares. Guards against a key that was changed in one
// of the files, and against one without its published thumbprint.
import '../lib/require-node.mjs'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'

const folder = new URL('../../packages/core/src/token/', import.meta.url)

const { keys } = JSON.parse(readFileSync(new URL('haiilo-keys.json', folder), 'utf8'))
for (const key of keys) {
  const target = fileURLToPath(new URL(`${key.environment}-key.ts`, folder))
  const text = await format(moduleOf(key), { ...(await resolveConfig(target)), filepath: target })
  if (!process.argv.includes('--check')) {
    writeFileSync(target, text)
  } else if (readFileSync(target, 'utf8') !== text) {
    console.error(`${target} does not match haiilo-keys.json. Run: node scripts/generate/haiilo-keys.mjs`)
    process.exitCode = 1
  }
}

function moduleOf({ environment, issuerHost, thumbprint, jwk: { kty, e, n } }) {
  const actual = createHash('sha256').update(JSON.stringify({ e, kty, n })).digest('base64url')
  if (actual !== thumbprint) throw new Error(`The ${environment} key has the thumbprint ${actual}, not ${thumbprint}.`)
  const [pattern] = issuerHost.split(' ')
  return `// Generated from haiilo-keys.json by scripts/generate/haiilo-keys.mjs. Do not edit.
import type { JWK } from 'jose'

/** Verification key of ${environment} tenants, \`https://${pattern}\`. RFC 7638 thumbprint ${thumbprint}. */
export const ${environment}Key: JWK = ${JSON.stringify({ kty, e, n })}
`
}
