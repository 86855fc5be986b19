// The oldest supported browsers, and the names that newer ones have in addition. The READMEs list the same versions and the date.
import { features } from 'web-features'

/** The current versions of 29 May 2024, 30 months before 2026-11-29: Baseline Widely Available on that day. */
const OLDEST = {
  chrome: 125,
  chrome_android: 125,
  edge: 125,
  firefox: 126,
  firefox_android: 126,
  safari: 17.5,
  safari_ios: 17.5,
}

/** Widely available, but the kit avoids it, because many devices still have an older browser. */
const AVOIDED = ['Promise.withResolvers']

/**
 * Names that at least one of the oldest browsers does not have: globals (`Iterator`, `scheduler`) and members of classes, static or not (`URL.parse`,
 * `Element.currentCSSZoom`).
 *
 * @returns {string[]}
 */
export function newerNames() {
  return [...new Set([...AVOIDED, ...Object.values(features).flatMap(namesOf)])]
}

function namesOf({ kind, status }) {
  if (kind !== 'feature') return []
  return Object.entries(status.by_compat_key ?? {}).flatMap(([key, { support }]) =>
    // the data omits a name that a browser supports in its own way only, but the feature lists it
    isEverywhere({ ...status.support, ...support }) ? [] : nameOf(key),
  )
}

function isEverywhere(support) {
  return Object.entries(OLDEST).every(([browser, version]) => {
    const since = support[browser]
    return since !== undefined && Number(since.replace('≤', '')) <= version
  })
}

/** `api.URL.parse_static` and `javascript.builtins.Promise.withResolvers` can be matched by name. The same is true for classes and `api.scheduler`. */
function nameOf(key) {
  const [, owner, name] = /^(?:api|javascript\.builtins)\.(\w+)(?:\.(\w+))?$/.exec(key) ?? []
  if (name === owner) return []
  return [name ? `${owner}.${name.replace(/_static$/, '')}` : owner]
}
