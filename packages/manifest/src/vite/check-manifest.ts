import type { Manifest } from '../manifest.js'
import { parseManifest } from '../parse/parse-manifest.js'
import { createLineMap, type Position } from '../parse/line-map.js'
import { createLocator } from '../parse/locate.js'
import { readText } from '../parse/read-text.js'
import { pathInVite } from './find-manifest.js'
import { findFiles, type ReferencedFiles, type Project } from './find-files.js'
import { loadManifest, type LoadedManifest } from './load-manifest.js'
import type { ModuleSettings } from './load-module.js'
import { toProblems, type Problem } from './problem.js'

/** What to check. */
export interface CheckSettings extends Project, ModuleSettings {
  /** The option `manifest` of the plug-in. */
  readonly given: string | undefined
}

/** A manifest that was loaded and checked. */
export interface CheckedManifest extends Pick<ReferencedFiles, 'pages' | 'thumbnail'> {
  /** `undefined` if the manifest violates rules of severity `error`. */
  readonly manifest: Manifest | undefined
  /** The file of the manifest, normalized as in Vite. */
  readonly file: string | undefined
  /** All files to watch, normalized as in Vite. */
  readonly files: ReadonlySet<string>
  /** If `false`, there is no manifest or it cannot be loaded, and a change of any file may fix that. */
  readonly isLoaded: boolean
  readonly problems: readonly Problem[]
}

/** Loads the manifest, and checks the rules and the files that it names. Never throws. */
export async function checkManifest(settings: CheckSettings): Promise<CheckedManifest> {
  const loaded = await loadManifest(settings.given, settings)
  const { source, file, files } = loaded
  if (!source) return notLoaded(loaded)
  const isText = source instanceof Uint8Array
  const { manifest, findings } = parseManifest(source, { url: settings.url })
  const named = manifest ? findFiles(manifest, settings) : NOTHING
  const ownProblems = isText ? withPositions(named.problems, source) : named.problems
  return {
    ...named,
    manifest,
    file,
    files: new Set([...files, ...named.lookedUp.map((path) => pathInVite(path))]),
    isLoaded: true,
    problems: [...toProblems(findings, isText), ...ownProblems],
  }
}

const NOTHING: ReferencedFiles = { pages: [], thumbnail: undefined, lookedUp: [], problems: [] }

function notLoaded({ reason = '', file, files }: LoadedManifest): CheckedManifest {
  const problems: Problem[] = [{ severity: 'error', message: reason, pointer: '' }]
  return { ...NOTHING, manifest: undefined, file, files: new Set(files), isLoaded: false, problems }
}

function withPositions(problems: readonly Problem[], source: Uint8Array): readonly Problem[] {
  if (problems.length === 0) return problems
  const { text = '' } = readText(source)
  const { locate } = createLocator(text)
  const toPosition = createLineMap(text)
  return problems.map((problem): Problem & { position: Position } => ({
    ...problem,
    position: toPosition(locate(problem.pointer).start),
  }))
}
