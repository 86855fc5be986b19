import { randomBytes, randomUUID } from 'node:crypto'
import { glob, readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { useKit, type PackageJson } from './use-kit.js'
import { titleOf } from './package-name.js'
import type { Project, ProjectFiles } from './project.js'

/**
 * Returns all files of a new project.
 *
 * A project consists of layers: folders in `templates`, such as `base`, `react` and `react.tests`. A later layer replaces files of an earlier
 * one. A `package.json` is merged into the earlier one, and a `README.md` is appended to it.
 */
export async function projectFiles(project: Project): Promise<ProjectFiles> {
  const files = new Map<string, string>()
  const manifests: PackageJson[] = []
  for (const layer of layersOf(project)) {
    for (const [path, text] of await filesOf(layer)) {
      if (path === 'package.json') manifests.push(JSON.parse(text) as PackageJson)
      else if (path === 'README.md' && files.has(path)) files.set(path, `${files.get(path) ?? ''}\n${text}`)
      else files.set(path, text)
    }
  }
  // several files can contain the id of the entry point
  const id = randomUUID()
  const named = new Map([...files].map(([path, text]) => [path, personalize(text, project, id)]))
  return useKit(manifests.reduce(merge, { name: project.name }), named, project)
}

function layersOf({ framework, configView, tests, backEnd }: Project): string[] {
  const families = ['base', ...(framework === 'angular' ? [] : ['vite']), framework]
  const settings = configView ? '.config-view' : '.no-config-view'
  const before = ['', settings, ...(tests ? ['.tests'] : [])]
  const variants = backEnd ? [...before, ...before.map((variant) => `${variant}.back-end`)] : before
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

/** Replaces the names that the templates use. They are valid values, so that the templates compile. */
function personalize(text: string, { name }: Project, id: string): string {
  return text
    .replaceAll('haiilo-plugin-template', name)
    .replaceAll('Plug-in title', titleOf(name))
    .replaceAll('00000000-0000-4000-8000-000000000000', id)
    .replaceAll(`${'A'.repeat(43)}=`, () => randomBytes(32).toString('base64'))
}

/** Merges the parts of each package.json, such as the scripts. */
function merge(earlier: PackageJson, later: PackageJson): PackageJson {
  const before = new Map<string, unknown>(Object.entries(earlier))
  const parts = Object.entries(later).map(([key, value]: [string, unknown]): [string, unknown] => {
    const previous = before.get(key)
    return [key, isObject(previous) && isObject(value) ? { ...previous, ...value } : value]
  })
  return { ...earlier, ...Object.fromEntries(parts) }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
