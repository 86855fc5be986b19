import type { InlineConfig, Plugin } from 'vite'
import { describe, expect, it } from 'vitest'
import { addressOf, createApp, MANIFEST, type App } from '../../test/vite-app/create-app.js'

/** A manifest module with an expression as the version of the plug-in. */
function withVersion(expression: string): string {
  return `export default ${JSON.stringify({ ...MANIFEST, pluginVersion: 'VERSION' }).replace('"VERSION"', expression)}`
}

async function servedVersion(app: App, config: InlineConfig): Promise<string | undefined> {
  const response = await fetch(new URL('manifest.json', addressOf(await app.dev({}, config))))
  return versionIn(await response.text())
}

async function builtVersion(app: App, config: InlineConfig): Promise<string | undefined> {
  await app.build({}, config)
  return versionIn(await app.read('dist/manifest.json'))
}

function versionIn(text = '{}'): string | undefined {
  return (JSON.parse(text) as { readonly pluginVersion?: string }).pluginVersion
}

/** A plug-in that runs after ours, and after all others without an order. */
function lastPlugin(config: InlineConfig): Plugin {
  return { name: 'last', config: { order: 'post', handler: () => config } }
}

/** A module beside the manifest, which imports `release` from it. */
function importing(specifier: string, file = 'src/menu.ts'): Record<string, string> {
  return { [file]: "export const release = '1.2.3'", 'src/import.txt': `import { release } from '${specifier}'` }
}

const PATHS: InlineConfig = { resolve: { tsconfigPaths: true, preserveSymlinks: true } }
const TSCONFIG = { 'tsconfig.json': '{ "compilerOptions": { "paths": { "@menu/*": ["./src/*"] } } }' }
const VARIABLE = 'import.meta.env.VITE_RELEASE'
const DOTENV = { '.env': 'VITE_RELEASE=1.2.3' }
const OTHER_DOTENV = { '.env': 'VITE_RELEASE=9.9.9' }

describe('a manifest module is loaded with the settings of the project', () => {
  it.each<[setting: string, expression: string, config: InlineConfig, files: Record<string, string>]>([
    ['variables of .env in the root', VARIABLE, {}, DOTENV],
    ['envDir', VARIABLE, { envDir: 'env' }, { ...OTHER_DOTENV, 'env/.env': 'VITE_RELEASE=1.2.3' }],
    ['envDir: false', `${VARIABLE} ?? "1.2.3"`, { envDir: false }, OTHER_DOTENV],
    ['envPrefix', 'import.meta.env.LUNCH_RELEASE', { envPrefix: 'LUNCH_' }, { '.env': 'LUNCH_RELEASE=1.2.3' }],
    ['several as envPrefix', 'import.meta.env.B_RELEASE', { envPrefix: ['A_', 'B_'] }, { '.env': 'B_RELEASE=1.2.3' }],
    ['another prefix than VITE_', `${VARIABLE} ?? "1.2.3"`, { envPrefix: 'LUNCH_' }, OTHER_DOTENV],
    ['envDir and mode', VARIABLE, { envDir: 'env', mode: 'staging' }, { 'env/.env.staging': 'VITE_RELEASE=1.2.3' }],
    ['define of a name', '__RELEASE__', { define: { __RELEASE__: '"1.2.3"' } }, {}],
    ['define of a member', 'lunch.release', { define: { 'lunch.release': '"1.2.3"' } }, {}],
    ['define of a variable', VARIABLE, { define: { [VARIABLE]: '"1.2.3"' } }, OTHER_DOTENV],
    ['define of an object', '__LUNCH__.release', { define: { __LUNCH__: { release: '1.2.3' } } }, {}],
    ['alias', 'release', { resolve: { alias: { '@release': '/src/menu.ts' } } }, importing('@release')],
    [
      'extensions',
      'release',
      { resolve: { extensions: ['.lunch.ts', '.ts'] } },
      importing('./menu', 'src/menu.lunch.ts'),
    ],
    ['base', 'import.meta.env.BASE_URL.slice(1, -1)', { base: '/1.2.3/' }, {}],
    ['preserveSymlinks, tsconfigPaths', 'release', PATHS, { ...importing('@menu/menu'), ...TSCONFIG }],
    ['define of a later plug-in', '__LATER__', { plugins: [lastPlugin({ define: { __LATER__: '"1.2.3"' } })] }, {}],
    [
      'envDir of a later plug-in',
      VARIABLE,
      { plugins: [lastPlugin({ envDir: 'env' })] },
      { 'env/.env': DOTENV['.env'] },
    ],
  ])('%s', async (_, expression, config, files) => {
    const { 'src/import.txt': line = '', ...others } = files
    const app = await createApp({ 'src/manifest.ts': `${line}\n${withVersion(expression)}`, ...others })
    expect(await servedVersion(app, config)).toBe('1.2.3')
    expect(await builtVersion(app, config)).toBe('1.2.3')
  })
})

it('a manifest module has the same base in a build as the pages', async () => {
  const app = await createApp({
    'src/manifest.ts': withVersion('import.meta.env.BASE_URL === "./" ? "1.2.3" : "0.0.0"'),
  })
  expect(await builtVersion(app, {})).toBe('1.2.3')
})
