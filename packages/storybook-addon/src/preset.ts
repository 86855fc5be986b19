import { findPackageJSON } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** The parts of Storybook's options that the preset reads. */
export interface PresetOptions {
  readonly configDir: string
  readonly presets: { readonly apply: (name: 'framework') => Promise<string | { readonly name: string }> }
}

/** The bindings that have a decorator, each with a pattern for the names of its Storybook frameworks. */
const BINDINGS = { angular: /\bangular/, react: /\b(?:react|nextjs)/, vue: /\bvue/ } as const

type Binding = keyof typeof BINDINGS

/** Adds the decorator for the framework of the project, if the project has the binding of the kit for it. */
export async function previewAnnotations(
  entries: readonly unknown[] | undefined,
  { configDir, presets }: PresetOptions,
): Promise<readonly unknown[]> {
  const framework = await presets.apply('framework')
  const binding = bindingOf(typeof framework === 'string' ? framework : framework.name)
  if (!binding || !hasPackage(`@haiilo-kit/${binding}`, configDir)) return entries ?? []
  return [...(entries ?? []), fileURLToPath(new URL(`${binding}.js`, import.meta.url))]
}

/** @param framework The name or the path of a framework, such as `@storybook/react-vite`. */
function bindingOf(framework: string): Binding | undefined {
  // only the name: the path of a project can contain any word
  const name = framework.replaceAll('\\', '/').split('node_modules/').at(-1) ?? ''
  return (Object.keys(BINDINGS) as Binding[]).find((binding) => BINDINGS[binding].test(name))
}

/** Looks the package up like an import in the project's configuration. */
function hasPackage(name: string, configDir: string): boolean {
  try {
    return findPackageJSON(name, pathToFileURL(join(configDir, 'main.js'))) !== undefined
  } catch {
    return false
  }
}
