import { build } from 'esbuild'
import { fileURLToPath } from 'node:url'

/** Returns the files that esbuild bundles for the code of an app, without its framework. */
export async function bundledModules(contents: string): Promise<string[]> {
  const { metafile } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL('..', import.meta.url)) },
    bundle: true,
    format: 'esm',
    conditions: ['kit-source'],
    external: ['react', 'vue', '@angular/*'],
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
    metafile: true,
    write: false,
  })
  return Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs))
}
