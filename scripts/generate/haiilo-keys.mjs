// Writes core's built-in keys as a module, so that a bundle contains them without the notes of the JSON file. With --check it only compares.
// Guards against a key that was changed in one of the two files, and against one without its published thumbprint.
import '../lib/require-node.mjs'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'

const source = fileURLToPath(new URL('../../packages/core/src/token/haiilo-keys.json', import.meta.url))
const target = source.replace(/json$/, 'ts')

const { keys } = JSON.parse(readFileSync(source, 'utf8'))
const text = await format(
  `// Generated from haiilo-keys.json by scripts/generate/haiilo-keys.mjs. Do not edit.
import type { JWK } from 'jose'
${keys.map(declaration).join('\n')}`,
  { ...(await resolveConfig(target)), filepath: target },
)

if (!process.argv.includes('--check')) {
  writeFileSync(target, text)
} else if (readFileSync(target, 'utf8') !== text) {
  console.error('haiilo-keys.ts does not match haiilo-keys.json. Run: node scripts/generate/haiilo-keys.mjs')
  process.exitCode = 1
}

function declaration({ environment, issuerHost, thumbprint, jwk: { kty, e, n } }) {
  const actual = createHash('sha256').update(JSON.stringify({ e, kty, n })).digest('base64url')
  if (actual !== thumbprint) throw new Error(`The ${environment} key has the thumbprint ${actual}, not ${thumbprint}.`)
  const [pattern] = issuerHost.split(' ')
  return `
/** Verification key of ${environment} tenants, \`https://${pattern}\`. RFC 7638 thumbprint ${thumbprint}. */
export const ${environment}Key: JWK = ${JSON.stringify({ kty, e, n })}
`
}
