import { earlyHandshake } from '@haiilo-kit/core/early'
import type { HtmlTagDescriptor } from 'vite'
import type { Page } from './find-files.js'

/** The script that asks the host, for the head of a page that the manifest names; nothing for any other page. */
export function earlyScript(path: string, pages: readonly Page[], base: string): HtmlTagDescriptor[] {
  const names = namesOf(path, base)
  const view = pages.find((page) => names.includes(page.path))?.view
  return view ? [{ tag: 'script', children: earlyHandshake(view), injectTo: 'head-prepend' }] : []
}

/** Frameworks that have Vite in their own server pass on what was asked for: with base and query, and encoded. */
function namesOf(path: string, base: string): string[] {
  const asked = path.replace(/[?#].*$/s, '')
  const below = asked.startsWith(base) ? [asked.slice(base.length)] : []
  return [asked.replace(/^\//, ''), ...below]
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
