/** As in the package's `engines`. */
export const NEEDED_NODE = '22.18.0'

/**
 * Refuses a Node that is too old, before one of its missing functions does so in words that help nobody.
 *
 * @throws {Error} The version is lower than {@link NEEDED_NODE}; the message names it.
 */
export function requireNode(version: string): void {
  const actual = version.split('.').map(Number)
  const needed = NEEDED_NODE.split('.').map(Number)
  const index = needed.findIndex((number, at) => number !== actual[at])
  if (index < 0 || Number(actual[index]) > Number(needed[index])) return
  throw new Error(
    `@haiilo-kit/manifest/vite needs Node ${NEEDED_NODE} or newer, and this is Node ${version}. Please update Node.`,
  )
}
