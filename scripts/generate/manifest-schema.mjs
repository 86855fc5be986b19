// Compiles schema.json of @haiilo-kit/manifest: a validator, and the names of all fields. The compiled validator evaluates no code at run time,
// so it works under a content security policy. With --check it only compares. Guards against a schema that was changed alone.
import '../lib/require-node.mjs'
import Ajv from 'ajv/dist/2020.js'
import standaloneCode from 'ajv/dist/standalone/index.js'
import { build } from 'esbuild'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = `${root}packages/manifest/`
const schema = JSON.parse(readFileSync(`${folder}schema.json`, 'utf8'))
const opening = '// Generated from schema.json by scripts/generate/manifest-schema.mjs. Do not edit.\n'

const targets = [
  [`${folder}src/schema/validate.js`, await compiled()],
  [`${folder}src/schema/known-fields.ts`, knownFields()],
]
for (const [target, text] of targets) {
  const wanted = await format(opening + text, { ...(await resolveConfig(target)), filepath: target })
  if (!process.argv.includes('--check')) {
    writeFileSync(target, wanted)
  } else if (readFileSync(target, 'utf8') !== wanted) {
    console.error(`${target} does not match schema.json. Run: node scripts/generate/manifest-schema.mjs`)
    process.exitCode = 1
  }
}

async function compiled() {
  const ajv = new Ajv.default({
    allErrors: true,
    // separate rules check addresses, UUIDs and patterns, with messages that name the fix
    validateFormats: false,
    strictTypes: false,
    strictRequired: false,
    code: { source: true, esm: true },
    keywords: ['since'],
  })
  const contents = standaloneCode.default(ajv, ajv.compile(schema))
  // includes the helpers of ajv that the validator calls
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    format: 'esm',
    write: false,
  })
  const [{ text }] = outputFiles
  if (/\bnew Function\(|\beval\(/.test(text)) throw new Error('The compiled validator evaluates code at run time.')
  return text
}

function knownFields() {
  const shapes = {
    manifest: schema.properties,
    lifecycle: schema.properties.lifecycle.properties,
    apiAccess: schema.properties.apiAccess.properties,
    client: schema.properties.apiAccess.properties.client.properties,
    entryPoint: schema.$defs.entryPoint.properties,
    field: schema.$defs.configField.properties,
    option: schema.$defs.configField.properties.options.items.properties,
  }
  const known = Object.entries(shapes).map(([shape, properties]) => [shape, Object.keys(properties)])
  const since = Object.entries(shapes).flatMap(([shape, properties]) =>
    Object.entries(properties).flatMap(([name, field]) => (field.since ? [[`${shape}.${name}`, field.since]] : [])),
  )
  return `
/** The fields of each part of a manifest. */
export const knownFields = ${JSON.stringify(Object.fromEntries(known))} as const

/** The version of the format that added a field, for fields that were added later. */
export const fieldsSince = ${JSON.stringify(Object.fromEntries(since))} as const`
}
