import { join } from 'node:path'
import type { PluginView } from '@haiilo-kit/core'
import type { Manifest } from '../manifest.js'
import { quote } from '../rules/quote.js'
import { findLocal, type ManifestPlace } from './addresses.js'
import { isFile } from './find-manifest.js'
import type { Problem } from './problem.js'

/** The folders of a Vite project. */
export interface Project extends ManifestPlace {
  readonly root: string
  /** The public folder; empty if there is none. */
  readonly publicDir: string
}

/** A page that the manifest names and this project serves. */
export interface Page {
  /** The path relative to Vite's root, with slashes and decoded, as Vite names the page. */
  readonly path: string
  /** The absolute path of the file; `undefined` if a server renders the page, or the page is in the public folder. */
  readonly file: string | undefined
  /** `undefined` if the page is both `url` and `configUrl`. */
  readonly view: PluginView | undefined
}

/** The files that a manifest names. */
export interface ReferencedFiles {
  readonly pages: readonly Page[]
  /** The file of the thumbnail with its published path; `undefined` if it is in the public folder or missing. */
  readonly thumbnail: { readonly path: string; readonly file: string } | undefined
  /** All paths that were looked up, absolute. Includes missing files, so that they are watched. */
  readonly lookedUp: readonly string[]
  readonly problems: readonly Problem[]
}

/** Finds the pages and the thumbnail in the folder of the manifest, and reports missing ones. */
export function findFiles(manifest: Manifest, project: Project): ReferencedFiles {
  const named = namedPages(manifest, project)
  const byPath = [...Map.groupBy(named, ({ path }) => path).values()]
  const thumbnailPath = manifest.thumbnail === undefined ? undefined : pathOf(manifest.thumbnail, project)
  const thumbnail = thumbnailPath === undefined ? undefined : lookUp(thumbnailPath, project)
  return {
    pages: byPath.flatMap(toPage),
    thumbnail: thumbnail?.inRoot && !thumbnail.inPublic ? { path: thumbnail.path, file: thumbnail.file } : undefined,
    lookedUp: [...named, ...(thumbnail ? [thumbnail] : [])].map(({ file }) => file),
    problems: [
      ...named.flatMap(missingPage),
      ...(thumbnail ? missingThumbnail(thumbnail) : []),
      ...byPath.flatMap(usedAsBoth),
    ],
  }
}

interface LookedUp {
  readonly path: string
  /** The absolute path in the root, even if the file is missing. */
  readonly file: string
  readonly inRoot: boolean
  readonly inPublic: boolean
}

interface NamedPage extends LookedUp {
  readonly view: PluginView
  readonly pointer: string
}

function namedPages({ entryPoints }: Manifest, project: Project): NamedPage[] {
  return entryPoints.flatMap(({ url, configUrl }, index) => [
    ...namedPage(url, 'plugin', `/entryPoints/${index}/url`, project),
    ...(configUrl === undefined ? [] : namedPage(configUrl, 'config', `/entryPoints/${index}/configUrl`, project)),
  ])
}

function namedPage(address: string, view: PluginView, pointer: string, project: Project): NamedPage[] {
  const path = pathOf(address, project)
  return path === undefined ? [] : [{ ...lookUp(path, project), view, pointer }]
}

/** Returns the decoded path of a file in the folder of the manifest. A folder means its index.html. */
function pathOf(address: string, place: ManifestPlace): string | undefined {
  const local = findLocal(address, place)
  if (!local) return undefined
  const path = decode(local.path).replace(/(^|\/)$/, '$1index.html')
  // browsers treat an encoded slash as part of a name; decoded, it could lead out of the root
  return /[\\\0]|%2f/i.test(local.path + path) ? undefined : path
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function lookUp(path: string, { root, publicDir }: Project): LookedUp {
  const file = join(root, path)
  return { path, file, inRoot: isFile(file), inPublic: publicDir !== '' && isFile(join(publicDir, path)) }
}

function toPage(group: readonly NamedPage[]): Page[] {
  return group.slice(0, 1).map(({ path, file, inRoot, inPublic, view }) => ({
    path,
    file: inRoot && !inPublic ? file : undefined,
    view: group.every((page) => page.view === view) ? view : undefined,
  }))
}

/** Reports only missing .html files: a server may render other pages. */
function missingPage({ path, inRoot, inPublic, pointer }: NamedPage): Problem[] {
  if (inRoot || inPublic || !path.endsWith('.html')) return []
  const message = `The page ${quote(path)} does not exist in Vite's root. Create it or correct the address.`
  return [{ severity: 'error', message, pointer }]
}

function missingThumbnail({ path, inRoot, inPublic }: LookedUp): Problem[] {
  if (inRoot || inPublic) return []
  const message = `The thumbnail ${quote(path)} exists neither in Vite's root nor in its public folder.`
  return [{ severity: 'warning', message, pointer: '/thumbnail' }]
}

function usedAsBoth(group: readonly NamedPage[]): Problem[] {
  const [one] = group
  const other = group.find(({ view }) => view !== one?.view)
  if (!one || !other) return []
  const message = `The page ${quote(one.path)} is used as both url and configUrl. Its role is known only at run time, so it gets no early handshake. Two separate pages start faster.`
  return [{ severity: 'note', message, pointer: other.pointer }]
}
