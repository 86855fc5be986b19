// Measures what a plug-in pays for an import: bundled by esbuild, minified, gzipped, with all dependencies (jose too) but the ignored ones.
// Guards the limits of .size-limit.json against the import that quietly brings a whole library along.
import { build } from 'esbuild'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * The limits of .size-limit.json with the size that each has now, in bytes; `over` names what an import is paid on top of. Where a limit
 * is not reached, `ceiling` holds what is: nothing may grow past it, and the limit stays in sight. The packages must have been built.
 */
export function measureSizes() {
  const entries = JSON.parse(readFileSync(`${root}.size-limit.json`, 'utf8'))
  return Promise.all(
    entries.map(async ({ name, limit, ceiling = limit, over, ...entry }) => ({
      name,
      bytes: (await bundleSize(entry)) - (over ? await bundleSize(over) : 0),
      limit: bytesOf(limit),
      ceiling: bytesOf(ceiling),
    })),
  )
}

/** The size of an import in bytes, minified and gzipped. `names` as in an import statement: `{ a, b }` or `*`. */
async function bundleSize({ path, import: names, ignore = [] }) {
  const { outputFiles } = await build({
    stdin: { contents: `export ${names} from ${JSON.stringify(`./${path}`)}`, resolveDir: root },
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    external: ignore.flatMap((name) => [name, `${name}/*`]),
    logLevel: 'silent',
  })
  return gzipSync(outputFiles[0].contents, { level: 9 }).length
}

function bytesOf(limit) {
  const [number, unit] = limit.split(' ')
  return Number(number) * { B: 1, kB: 1000 }[unit]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { name, bytes, limit } of await measureSizes()) console.log(`${bytes} of ${limit} bytes  ${name}`)
}
