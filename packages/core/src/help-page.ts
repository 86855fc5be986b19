// Generated from docs/site.json by scripts/generate/help-pages.mjs. Do not edit.

/** The page about an error code: a path inside the published package. */
export function errorPage(name: string): string {
  return `@haiilo-kit/core/docs/errors/${name}.md`
}
