// Guards the direction of imports: bindings, manifest and simulator import core, tools import these, nothing imports a binding. Otherwise
// core could pull a framework or the simulator into every plug-in, or its token part could stop running on a server.

/** The packages of this repository that the shipped sources of a package may import. A package that is not listed may import none. */
const MAY_IMPORT = {
  react: ['core'],
  vue: ['core'],
  angular: ['core'],
  manifest: ['core'],
  simulator: ['core'],
  server: ['core', 'manifest'],
  ui: ['core', 'manifest'],
  sandbox: ['core', 'manifest', 'simulator', 'ui'],
  cli: ['core', 'manifest', 'sandbox'],
  'storybook-addon': ['core', 'sandbox', 'simulator', 'react', 'vue', 'angular'],
  'test-kit': ['core', 'simulator'],
}
const BINDINGS = ['react', 'vue', 'angular']

/** All tests may import the simulator and the test kit, as tests of plug-ins do. */
const TESTS = String.raw`\.(test|spec|test-d)\.tsx?$|^packages/[^/]+/(test|e2e|types-test)/|^packages/test-kit/`

export default {
  forbidden: [
    {
      name: 'one-direction',
      comment:
        'Packages import only the packages that .dependency-cruiser.mjs lists for them, so dependencies point one way.',
      severity: 'error',
      from: { path: `^packages/(?!(?:${Object.keys(MAY_IMPORT).join('|')})/)([^/]+)/`, pathNot: TESTS },
      to: { path: '^packages/([^/]+)/', pathNot: '^packages/$1/' },
    },
    ...Object.entries(MAY_IMPORT).map(([name, allowed]) => ({
      name: `one-direction-${name}`,
      comment: `${name} may import only these packages: ${allowed.join(', ')}.`,
      severity: 'error',
      from: { path: `^packages/${name}/`, pathNot: name === 'test-kit' ? '\\.test\\.' : TESTS },
      to: { path: '^packages/', pathNot: [name, ...allowed].map((other) => `^packages/${other}/`) },
    })),
    {
      name: 'nothing-on-a-binding',
      comment:
        'Only stories, examples, the binding itself, type tests and the entry of the add-on for this binding may import a binding.',
      severity: 'error',
      from: {
        path: '^packages/([^/]+)/',
        pathNot: `/types-test/|^packages/storybook-addon/src/(${BINDINGS.join('|')})\\.ts$`,
      },
      to: { path: `^packages/(${BINDINGS.join('|')})/`, pathNot: '^packages/$1/' },
    },
    {
      name: 'token-knows-no-page',
      comment: 'core/token, protocol and lib run on servers, so they must not import folders that need a page.',
      severity: 'error',
      from: { path: '^packages/core/src/(token|protocol|lib)/', pathNot: TESTS },
      to: { path: '^packages/core/src/(?!token/|protocol/|lib/|errors|help-page)', reachable: true },
    },
    {
      name: 'configuration-comes-alone',
      comment: 'The part of the manifest package that a plug-in loads imports no other package.',
      severity: 'error',
      from: { path: '^packages/manifest/src/(config/|define-manifest|manifest\\.ts)', pathNot: TESTS },
      to: { path: 'node_modules|^packages/(?!manifest/)|^packages/manifest/src/(parse|rules|schema|vite)/' },
    },
    {
      name: 'by-name',
      comment: 'Other packages are imported by name, through their exports, never by a path into their folder.',
      severity: 'error',
      from: { path: '^(packages|examples)/([^/]+)/|^(stories|e2e|bench)/' },
      to: { path: '^packages/', pathNot: '^$1/$2/', dependencyTypes: ['local'] },
    },
    {
      name: 'no-cycle',
      comment: 'Files in an import cycle cannot be read or tested one at a time. Type-only imports count, too.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-tests-shipped',
      comment: 'Shipped sources import no tests and no test kit.',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/', pathNot: TESTS },
      to: { path: TESTS },
    },
    {
      name: 'resolvable',
      comment: 'Every import resolves, to a declared package.',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/' },
      // has only types
      to: { couldNotResolve: true, pathNot: '^sarif$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|storybook-static|coverage|\\.cache)/|^packages/create-haiilo-plugin/templates/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      // kit-source: packages are read from their sources, as tests and types do
      conditionNames: ['kit-source', 'import', 'browser', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
}
