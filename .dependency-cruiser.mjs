// Guards the direction of imports: bindings, server and simulator stand on core, tools on the simulator, nothing on a binding. Against
// a core that drags a framework or the simulator into every plug-in, and against a token part that no longer runs on a server.

/** What the shipped sources of a package may import of ours; a package that is not named here may import nothing. */
const MAY_IMPORT = {
  react: ['core'],
  vue: ['core'],
  angular: ['core'],
  manifest: ['core'],
  simulator: ['core'],
  server: ['core'],
  ui: ['core', 'manifest'],
  'storybook-addon': ['core', 'simulator'],
  cli: ['core', 'manifest', 'simulator'],
  'test-kit': ['core', 'simulator'],
}
const BINDINGS = ['react', 'vue', 'angular']

/** Tests may stand on the simulator and the test kit, whatever they test: our own users do the same. */
const TESTS = String.raw`\.(test|spec|test-d)\.tsx?$|^packages/[^/]+/(test|types-test)/|^packages/test-kit/`

export default {
  forbidden: [
    {
      name: 'one-direction',
      comment: 'Packages import only what .dependency-cruiser.mjs lists for them: dependencies point one way.',
      severity: 'error',
      from: { path: `^packages/(?!(?:${Object.keys(MAY_IMPORT).join('|')})/)([^/]+)/`, pathNot: TESTS },
      to: { path: '^packages/([^/]+)/', pathNot: '^packages/$1/' },
    },
    ...Object.entries(MAY_IMPORT).map(([name, allowed]) => ({
      name: `one-direction-${name}`,
      comment: `${name} may import of ours: ${allowed.join(', ')}.`,
      severity: 'error',
      from: { path: `^packages/${name}/`, pathNot: name === 'test-kit' ? '\\.test\\.' : TESTS },
      to: { path: '^packages/', pathNot: [name, ...allowed].map((other) => `^packages/${other}/`) },
    })),
    {
      name: 'nothing-on-a-binding',
      comment: 'Only stories, examples, a binding itself and tests of types may import a binding.',
      severity: 'error',
      from: { path: '^packages/([^/]+)/', pathNot: '/types-test/' },
      to: { path: `^packages/(${BINDINGS.join('|')})/`, pathNot: '^packages/$1/' },
    },
    {
      name: 'token-knows-no-page',
      comment:
        'core/token, protocol and lib run on servers: nothing that they reach lies in a folder that knows the page.',
      severity: 'error',
      from: { path: '^packages/core/src/(token|protocol|lib)/', pathNot: TESTS },
      to: { path: '^packages/core/src/(?!token/|protocol/|lib/|errors)', reachable: true },
    },
    {
      name: 'configuration-comes-alone',
      comment: 'What a plug-in loads of the manifest package brings no other package along.',
      severity: 'error',
      from: { path: '^packages/manifest/src/(config/|define-manifest|manifest\\.ts)', pathNot: TESTS },
      to: { path: 'node_modules|^packages/(?!manifest/)|^packages/manifest/src/(parse|rules|schema|vite)/' },
    },
    {
      name: 'by-name',
      comment: 'Another package is imported by its name, through its exports, never by a path into its folder.',
      severity: 'error',
      from: { path: '^(packages|examples)/([^/]+)/|^(stories|e2e|bench)/' },
      to: { path: '^packages/', pathNot: '^$1/$2/', dependencyTypes: ['local'] },
    },
    {
      name: 'no-cycle',
      comment: 'Files that import each other in a circle cannot be read, or tested, one at a time.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-tests-shipped',
      comment: 'What ships reaches no test and no test kit.',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/', pathNot: TESTS },
      to: { path: TESTS },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere, or to a package that is not declared.',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/' },
      // a package that has only types
      to: { couldNotResolve: true, pathNot: '^sarif$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|storybook-static|coverage|\\.cache)/' },
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
