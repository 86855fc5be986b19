import { fileURLToPath } from 'node:url'

/** The folder of the built page. The path is correct from `src/server` and from the built file. */
export const PAGE_FOLDER: string = fileURLToPath(new URL('../../dist/home/', import.meta.url))

/** The content security policy of the page. */
export const PAGE_POLICY: string = [
  "default-src 'self'",
  "connect-src 'self'",
  'frame-src *',
  'img-src * data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Headers of all files of the page. */
export function pageHeaders(policy: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin',
    'cache-control': 'no-cache',
  }
}
