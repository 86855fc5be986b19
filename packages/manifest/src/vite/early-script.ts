import { earlyHandshake } from '@haiilo-kit/core/early'
import type { HtmlTagDescriptor } from 'vite'
import type { Page } from './find-files.js'

/** Returns the script of the early handshake for a page that the manifest names; empty for other pages. */
export function earlyScript(path: string, pages: readonly Page[], base: string): HtmlTagDescriptor[] {
  const names = namesOf(path, base)
  const view = pages.find((page) => names.includes(page.path))?.view
  return view ? [{ tag: 'script', children: earlyHandshake(view), injectTo: 'head-prepend' }] : []
}

/** Frameworks that embed Vite pass the path of the request: with base and query, and percent-encoded. */
function namesOf(path: string, base: string): string[] {
  const requested = path.replace(/[?#].*$/s, '')
  const belowBase = requested.startsWith(base) ? [requested.slice(base.length)] : []
  return [requested.replace(/^\//, ''), ...belowBase]
    .map((name) => name.replace(/(^|\/)$/, '$1index.html'))
    .flatMap((name) => [name, decoded(name)])
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
