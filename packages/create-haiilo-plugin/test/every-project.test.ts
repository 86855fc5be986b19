import { dirname, join } from 'node:path/posix'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { projectFiles } from '../src/project-files.js'
import { ALL_CHOICES } from './all-choices.js'

interface PackageJson {
  readonly scripts: Readonly<Record<string, string>>
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}

type Files = ReadonlyMap<string, string>

/** Files that tools and people find by their names. */
const FOUND_BY_NAME =
  /^(?:README\.md|package\.json|pnpm-workspace\.yaml|angular\.json|(?:server\/)?tsconfig\.json|(?:eslint|vite|vitest|playwright)\.config\.[jt]s|\.gitignore|\.env(?:\.example)?|\.github\/.*|.*\.(?:test|spec)\.tsx?|.*\.d(?:\.json)?\.ts)$/

/** Dependencies that no file names: peers of other dependencies, and what they need of the kit in `vendor`. */
const NEEDED_BY_DEPENDENCIES = [
  ...['core', 'manifest', 'sandbox', 'simulator'].map((name) => `@haiilo-kit/${name}`),
  ...['common', 'compiler', 'forms'].map((name) => `@angular/${name}`),
  // the test runner of Angular
  'jsdom',
  'rxjs',
  'tslib',
  'typescript',
]

/** The packages of programs that are named differently. */
const PROGRAMS: Readonly<Record<string, string>> = {
  ng: '@angular/cli',
  ngc: '@angular/compiler-cli',
  tsc: 'typescript',
  'haiilo-kit': '@haiilo-kit/cli',
  playwright: '@playwright/test',
}

describe.each(ALL_CHOICES)(
  'a project: $framework, settings page: $configView, tests: $tests, back end: $backEnd',
  async (choices) => {
    const created = await projectFiles({ name: 'lunch-menu', ...choices })
    const files: Files = new Map([...created].map(([path, content]) => [path, String(content)]))
    const { scripts, dependencies, devDependencies } = JSON.parse(files.get('package.json') ?? '') as PackageJson
    const installed = Object.keys({ ...dependencies, ...devDependencies })
    const readme = files.get('README.md') ?? ''

    it('imports only files and packages that it has', () => {
      const missing = [...files.keys()].flatMap((path) =>
        importsOf(files, path)
          .filter((name) => !/^node:/.test(name))
          .filter((name) =>
            name.startsWith('.') ? !resolveFile(files, path, name) : !installed.includes(packageOf(name)),
          )
          .map((name) => `${path} imports ${name}`),
      )
      expect(missing).toEqual([])
    })

    it('uses every file', () => {
      const used = reach(
        files,
        [...files.keys()].filter((path) => FOUND_BY_NAME.test(path)),
      )
      expect([...files.keys()].filter((path) => !used.has(path))).toEqual([])
    })

    it('uses every dependency', () => {
      const text = [...files]
        .flatMap(([path, content]) => (/README|package\.json/.test(path) ? [] : [content]))
        .join('\n')
      const programs = Object.values(scripts).flatMap((script) => script.split(/ (?:&&|--) /).map(programOf))
      const isUsed = (name: string): boolean =>
        name.startsWith('@types/') ||
        NEEDED_BY_DEPENDENCIES.includes(name) ||
        programs.includes(name) ||
        new RegExp(`['"]${name}['"/:]`).test(text)
      expect(installed.filter((name) => !isUsed(name))).toEqual([])
    })

    it('runs in production without its development dependencies', () => {
      const paths = reach(files, choices.backEnd ? ['server/main.ts'] : [], importsOf)
      const packages = [...paths]
        .flatMap((path) => importsOf(files, path))
        .filter((name) => !/^(?:\.|node:)/.test(name))
      expect(packages.map(packageOf).filter((name) => !(name in dependencies))).toEqual([])
      expect(paths.has('server/app.ts')).toBe(choices.backEnd)
    })

    it('has the commands and files that its README and its workflow name', () => {
      const text = `${readme}\n${files.get('.github/workflows/test.yml') ?? ''}`
      const named = [...text.matchAll(/npm (?:run ([\w:]+)|(test|start))/g)].map(([, script, short]) => script ?? short)
      expect(named.filter((name) => !(String(name) in scripts))).toEqual([])
      expect(Object.keys(scripts).filter((name) => !named.includes(name))).toEqual([])
      const programs = [...text.matchAll(/npx (\S+)/g)].map(([, name = '']) => programOf(name))
      expect(programs.filter((name) => !installed.includes(name))).toEqual([])
      const paths = [...readme.matchAll(/^\| `([^`]+)`/gm)].map(([, path = '']) => path)
      expect(paths.filter((path) => !files.has(path))).toEqual([])
      expect(paths.length).toBeGreaterThan(4)
    })

    it('says how to publish it, with or without a back end', () => {
      expect(readme.match(/^## Publish$/gm)).toHaveLength(1)
      expect(readme.includes('npm start')).toBe(choices.backEnd)
      expect(readme.includes('any web server')).toBe(!choices.backEnd)
    })

    it('contains nothing of the templates', () => {
      const text = [...files].map(([path, content]) => `${path}\n${content}`).join('\n')
      expect(text).not.toMatch(/haiilo-plugin-template|Plug-in title|00000000-0000|AAAAAAAA|TODO|kit-source|workspace:/)
      expect([...files.keys()].filter((path) => path.split('/').some((name) => name.startsWith('_')))).toEqual([])
    })
  },
)

function programOf(command: string): string {
  const [name = ''] = command.trim().split(' ')
  return PROGRAMS[name] ?? name
}

function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}

/** The files that can be reached from others. */
function reach(files: Files, from: readonly string[], referencesOf = namesIn): ReadonlySet<string> {
  const found = new Set(from)
  // a set also visits what is added meanwhile
  for (const path of found) {
    for (const name of referencesOf(files, path)) {
      const target = resolveFile(files, path, name)
      if (target) found.add(target)
    }
  }
  return found
}

function importsOf(files: Files, path: string): string[] {
  if (!/\.(?:[jt]sx?|vue)$/.test(path)) return []
  const text = files.get(path) ?? ''
  const code = path.endsWith('.vue') ? (/<script[^>]*>([^]*?)<\/script>/.exec(text)?.[1] ?? '') : text
  return ts.preProcessFile(code).importedFiles.map(({ fileName }) => fileName)
}

/** Everything in a file that can be the path of another one. A README does not use the files that it describes. */
function namesIn(files: Files, path: string): string[] {
  if (path === 'README.md') return []
  return files.get(path)?.match(/[\w./-]+/g) ?? []
}

/** The file that a name means: relative to the file that contains it, or to the project. Angular leaves out the extension. */
function resolveFile(files: Files, path: string, name: string): string | undefined {
  const places = name.startsWith('.') ? [dirname(path)] : [dirname(path), '.', 'src']
  return places
    .flatMap((place) => ['', '.ts'].map((extension) => join(place, name) + extension))
    .find((candidate) => files.has(candidate))
}
