import { buildPackages } from '../scripts/lib/public-packages.mjs'
import { measureSizes } from '../scripts/check/sizes.mjs'
import { gzippedSize, importBundle } from './lib/bundle.mjs'

/** Measures download sizes: minified with esbuild, compressed with gzip, including jose and the built-in keys. */
export async function* size() {
  await buildPackages()
  for (const { name, bytes, limit, isDetail } of await measureSizes()) {
    if (!isDetail) yield kilobytes(name, bytes / 1000, limit / 1000)
  }
  const { earlyHandshake } = await importBundle("export * from '@haiilo-kit/core/early'")
  yield {
    name: 'size: early handshake script in the page',
    value: earlyHandshake().length,
    unit: 'B',
    limit: { most: 600 },
  }
  yield kilobytes("vendor's adapter", await gzippedSize("export * from '@coyoapp/plugin-adapter'"))
}

function kilobytes(name, value, most) {
  return { name: `size: ${name}`, value, unit: 'kB', ...(most && { limit: { most } }) }
}
