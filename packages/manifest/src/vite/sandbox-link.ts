import type { HtmlTagDescriptor } from 'vite'

/** Returns the element with the address of the sandbox. Core links to it when the page is open outside of a host. */
export function sandboxLink(url: string | undefined): HtmlTagDescriptor[] {
  if (url === undefined) return []
  return [{ tag: 'meta', attrs: { name: 'haiilo-sandbox', content: url }, injectTo: 'head-prepend' }]
}
