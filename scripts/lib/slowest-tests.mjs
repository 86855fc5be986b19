// Finds the slowest tests in the reports of Vitest and Playwright. Shows where the time of a run is spent.

/**
 * The slowest tests of all reports, slowest first.
 *
 * @param {object[]} reports JSON reports of Vitest and Playwright.
 * @param {number} count How many tests to return.
 */
export function slowestTests(reports, count) {
  const tests = reports.flatMap((report) => [...testsOfVitest(report), ...testsOfPlaywright(report)])
  return tests.toSorted((a, b) => b.seconds - a.seconds).slice(0, count)
}

function testsOfVitest({ testResults = [] }) {
  return testResults.flatMap(({ name: file, assertionResults }) =>
    assertionResults.map(({ fullName, duration }) => ({
      file,
      name: fullName.trim(),
      seconds: (duration ?? 0) / 1000,
    })),
  )
}

function testsOfPlaywright({ suites = [] }, titles = []) {
  return suites.flatMap((suite) => {
    // the suite of a file has the path as its title
    const path = suite.title === suite.file ? titles : [...titles, suite.title]
    const own = (suite.specs ?? []).map(({ title, file, tests }) => ({
      file,
      name: [...path, title].join(' '),
      seconds: Math.max(0, ...tests.flatMap(({ results }) => results.map(({ duration }) => duration))) / 1000,
    }))
    return [...own, ...testsOfPlaywright(suite, path)]
  })
}
