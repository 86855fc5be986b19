import { build } from 'esbuild'
import { fileURLToPath } from 'node:url'

/** The files that are in a bundle of what an app says, without its framework. */
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
