import { readFile } from 'node:fs/promises'
import type { Plugin } from 'vite'
import { quote } from '../rules/quote.js'
import { isError, type ManifestProject } from './manifest-project.js'
import type { Problem } from './problem.js'

/** The hooks of a build: it fails for a manifest with errors, and emits one without. */
export function buildHooks(
  project: ManifestProject,
  strict: boolean,
): Required<Pick<Plugin, 'buildStart' | 'generateBundle'>> {
  const fails = (problem: Problem): boolean => isError(problem) || (strict && problem.severity === 'warning')

  return {
    async buildStart() {
      if (project.config().command !== 'build') return
      // its pages were looked up just now; a build that watches comes here again
      const checked = await (this.meta.watchMode ? project.check() : project.current())
      for (const file of checked.files) this.addWatchFile(file)
      await project.tell(
        checked,
        checked.problems.filter((problem) => !fails(problem)),
      )
      const failures = checked.problems.filter(fails)
      if (failures.length > 0) this.error(project.describe(checked, failures))
    },
    generateBundle: {
      // pages are there only when Vite's own hooks have run
      order: 'post',
      async handler(_options, bundle) {
        const checked = await project.current()
        const source = project.published(checked)
        if (source === undefined) return
        this.emitFile({ type: 'asset', fileName: 'manifest.json', source })
        const { thumbnail, pages } = checked
        if (thumbnail && !(thumbnail.path in bundle)) {
          this.emitFile({ type: 'asset', fileName: thumbnail.path, source: await readFile(thumbnail.file) })
        }
        for (const { path, file } of pages) {
          if (file?.endsWith('.html') && !(path in bundle)) this.warn(notBuilt(path))
        }
      },
    },
  }
}

function notBuilt(path: string): string {
  return `The manifest names ${quote(path)}, which this build does not contain. Add it to the build's own inputs, or start the build anew if the manifest has changed meanwhile.`
}
