// Generated from docs/site.json by scripts/generate/help-pages.mjs. Do not edit.

/** The page about a check: a path inside the published package. */
export function checkPage(name: string): string {
  return `@haiilo-kit/cli/docs/checks/${name}.md`
}

/** The page about a rule: a path inside the published package. */
export function rulePage(name: string): string {
  return `@haiilo-kit/manifest/docs/rules/${name}.md`
}
