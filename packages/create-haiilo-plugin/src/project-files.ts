import { randomBytes, randomUUID } from 'node:crypto'
import { glob, readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { addPackageJson } from './add-package-json.js'
import { titleOf } from './package-name.js'
import type { Project, ProjectFiles } from './project.js'

/**
 * Returns all files of a new project.
 *
 * A project consists of layers: folders in `templates`, such as `base`, `react` and `react.tests`. A later layer replaces files of an earlier
 * one. A JSON file is merged into the earlier one, and `README.md` and `.gitignore` are appended to it.
 */
export async function projectFiles(project: Project): Promise<ProjectFiles> {
  const files = new Map<string, string>()
  for (const layer of layersOf(project)) {
    for (const [path, text] of await filesOf(layer)) files.set(path, combine(path, files.get(path), text))
  }
  // several files can contain the id of the entry point
  const id = randomUUID()
  const named = new Map([...files].map(([path, text]) => [path, personalize(text, project, id)]))
  const packageJson = JSON.parse(files.get('package.json') ?? '{}') as object
  return addPackageJson({ name: project.name, ...packageJson }, named, project)
}

function combine(path: string, earlier: string | undefined, later: string): string {
  if (earlier === undefined) return later
  if (path === 'README.md') return `${earlier}\n${later}`
  if (path === '.gitignore') return earlier + later
  if (!path.endsWith('.json')) return later
  return `${JSON.stringify(merge(JSON.parse(earlier), JSON.parse(later)), null, 2)}\n`
}

function layersOf({ framework, configView, tests, backEnd }: Project): string[] {
  const families = ['base', ...(framework === 'angular' ? [] : ['vite']), framework]
  const settings = configView ? '.config-view' : '.no-config-view'
  const before = ['', settings, ...(tests ? ['.tests'] : [])]
  const after = backEnd ? before.map((variant) => `${variant}.back-end`) : ['.no-back-end']
  const variants = [...before, ...after]
  return families.flatMap((family) => variants.map((variant) => family + variant))
}

/** The relative path is the same for `src` and `dist`. */
const TEMPLATES = fileURLToPath(new URL('../templates', import.meta.url))

/** The files of a layer by their path in the project; none if the layer does not exist. */
async function filesOf(layer: string): Promise<[path: string, text: string][]> {
  const cwd = join(TEMPLATES, layer)
  const paths: string[] = []
  for await (const entry of glob(['**/*', '.github/**/*'], { cwd, withFileTypes: true })) {
    if (entry.isFile()) paths.push(join(entry.parentPath, entry.name).slice(cwd.length + 1))
  }
  return Promise.all(
    paths.toSorted().map(async (path) => {
      const text = await readFile(join(cwd, path), 'utf8')
      // npm does not publish files with the name .gitignore, and some tools skip all names with a dot
      return [path.replace(/^_/, '.').replaceAll(sep, '/'), text] as [string, string]
    }),
  )
}

/** What the templates contain in place of the values of a project. All are valid, so that the templates compile. */
const PLACEHOLDERS = {
  name: 'haiilo-plugin-template',
  title: 'Plug-in title',
  entryPointId: '00000000-0000-4000-8000-000000000000',
  /** 32 bytes that are 0, in base64. */
  secretKey: `${'A'.repeat(43)}=`,
}

function personalize(text: string, { name }: Project, entryPointId: string): string {
  return text
    .replaceAll(PLACEHOLDERS.name, name)
    .replaceAll(PLACEHOLDERS.title, titleOf(name))
    .replaceAll(PLACEHOLDERS.entryPointId, entryPointId)
    .replaceAll(PLACEHOLDERS.secretKey, () => randomBytes(32).toString('base64'))
}

/** Merges objects, and the objects in them. Everything else is replaced, also lists. */
function merge(earlier: unknown, later: unknown): unknown {
  if (!isObject(earlier) || !isObject(later)) return later
  const before = new Map(Object.entries(earlier))
  return {
    ...earlier,
    ...Object.fromEntries(Object.entries(later).map(([key, value]) => [key, merge(before.get(key), value)])),
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
