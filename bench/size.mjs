import { gzippedSize, importBundle } from './lib/bundle.mjs'

const CORE = "export { createHaiiloHost } from '@haiilo-kit/core'"
const CORE_WITH_REST = "export { createHaiiloHost, observeHeight, onSave, haiiloFetch } from '@haiilo-kit/core'"
/** What a binding hands on of core, for one import and one version. */
const WHOLE_CORE = "export * from '@haiilo-kit/core'"

/** Bindings, and what an application has anyhow. */
const BINDINGS = { react: ['react', 'react/jsx-runtime'] }

/** What users download: minified by esbuild, compressed by gzip, with jose and the built-in keys. */
export async function* size() {
  yield kilobytes('createHaiiloHost', await gzippedSize(CORE), 8.5)
  yield kilobytes('… with height, save and fetch', await gzippedSize(CORE_WITH_REST), 10)
  const core = await gzippedSize(WHOLE_CORE)
  for (const [binding, external] of Object.entries(BINDINGS)) {
    const whole = await gzippedSize(`export * from '@haiilo-kit/${binding}'`, { external })
    yield kilobytes(`… all of the ${binding} binding on top`, whole - core, 1.5)
  }
  const { earlyHandshake } = await importBundle("export * from '@haiilo-kit/core/early'")
  yield {
    name: 'size: early handshake, as it is in the page',
    value: earlyHandshake().length,
    unit: 'B',
    limit: { most: 600 },
  }
  yield kilobytes("vendor's adapter", await gzippedSize("export * from '@coyoapp/plugin-adapter'"))
}

function kilobytes(name, value, most) {
  return { name: `size: ${name}`, value, unit: 'kB', ...(most && { limit: { most } }) }
}
