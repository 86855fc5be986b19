import { STATUS_CODES } from 'node:http'

/** Says which status a server responded with: `The server responded with 404 Not Found.` */
export function describeStatus(status: number): string {
  return `The server responded with ${[status, STATUS_CODES[status]].filter(Boolean).join(' ')}.`
}
