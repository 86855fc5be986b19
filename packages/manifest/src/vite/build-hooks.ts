import { readFile } from 'node:fs/promises'
import type { Plugin } from 'vite'
import { quote } from '../rules/quote.js'
import { isError, type ManifestProject } from './manifest-project.js'
import type { Problem } from './problem.js'

/** The hooks of a build. The build fails if the manifest has errors, and emits it otherwise. */
export function buildHooks(
  project: ManifestProject,
  strict: boolean,
): Required<Pick<Plugin, 'buildStart' | 'generateBundle'>> {
  const fails = (problem: Problem): boolean => isError(problem) || (strict && problem.severity === 'warning')

  return {
    async buildStart() {
      if (project.config().command !== 'build') return
      // configEnvironment has just checked it; in watch mode this hook runs again
      const checked = await (this.meta.watchMode ? project.check() : project.current())
      for (const file of checked.files) this.addWatchFile(file)
      await project.report(
        checked,
        checked.problems.filter((problem) => !fails(problem)),
      )
      const failures = checked.problems.filter(fails)
      if (failures.length > 0) this.error(project.describe(checked, failures))
    },
    generateBundle: {
      // Vite's own hooks add the pages to the bundle
      order: 'post',
      async handler(_options, bundle) {
        const checked = await project.current()
        const source = project.publishedText(checked)
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
  return `The manifest names the page ${quote(path)}, which this build does not contain. Add it to the inputs of the build, or restart the build if the manifest has changed.`
}
