// Generated from docs/site.json by scripts/generate/help-pages.mjs. Do not edit.

/** The page about an error code of a back end: a path inside the published package. */
export function serverErrorPage(name: string): string {
  return `@haiilo-kit/server/docs/server-errors/${name}.md`
}
