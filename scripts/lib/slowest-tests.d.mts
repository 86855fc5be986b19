/** The slowest tests in JSON reports of Vitest and Playwright, slowest first. */
export function slowestTests(
  reports: readonly object[],
  count: number,
): { readonly file: string; readonly name: string; readonly seconds: number }[]
