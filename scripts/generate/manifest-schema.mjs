// Writes what @haiilo-kit/manifest knows by heart of its schema.json: the compiled check, so that nothing evaluates code at run time and a
// content security policy holds, and the names of all fields. With --check it only compares. Guards against a schema that was changed alone.
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
    console.error(`${target} is not what schema.json says. Run: node scripts/generate/manifest-schema.mjs`)
    process.exitCode = 1
  }
}

async function compiled() {
  const ajv = new Ajv.default({
    allErrors: true,
    // addresses, UUIDs and patterns have rules of their own, with messages that say the fix
    validateFormats: false,
    strictTypes: false,
    strictRequired: false,
    code: { source: true, esm: true },
    keywords: ['since'],
  })
  const contents = standaloneCode.default(ajv, ajv.compile(schema))
  // the helpers of ajv that it calls come along
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    format: 'esm',
    write: false,
  })
  const [{ text }] = outputFiles
  if (/\bnew Function\(|\beval\(/.test(text)) throw new Error('The compiled check needs something at run time.')
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

/** The version of the format that brought a field, for those that were not there from the start. */
export const fieldsSince = ${JSON.stringify(Object.fromEntries(since))} as const`
}
