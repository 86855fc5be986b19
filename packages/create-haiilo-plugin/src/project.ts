/** The frameworks that have a template, with their names for people. */
export const frameworks = {
  react: 'React',
  vue: 'Vue',
  angular: 'Angular',
  vanilla: 'plain TypeScript',
} as const

/** A framework that has a template. */
export type Framework = keyof typeof frameworks

/** What a new project is made of. */
export interface Project {
  /** The name in package.json. */
  readonly name: string
  readonly framework: Framework
  /** Whether the plug-in has a settings page of its own. Otherwise, Haiilo Home draws a form for the fields in the manifest. */
  readonly configView: boolean
  readonly tests: boolean
  /** Whether there is a back end, on Hono and SQLite. */
  readonly backEnd: boolean
  /** A folder with tarballs of the kit, absolute. Without it, the packages come from the registry. */
  readonly tarballs?: string | undefined
}

/** The content of each file, by its path in the project. */
export type ProjectFiles = Map<string, string | Uint8Array>
