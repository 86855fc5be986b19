/** The version in `engines` of the package. */
export const REQUIRED_NODE = '22.18.0'

/**
 * Checks the version of Node, so that an old one fails with a clear message and not with a missing function.
 *
 * @throws {Error} The version is lower than {@link REQUIRED_NODE}. The message names both.
 */
export function requireNode(version: string): void {
  const actual = version.split('.').map(Number)
  const required = REQUIRED_NODE.split('.').map(Number)
  const index = required.findIndex((number, at) => number !== actual[at])
  if (index < 0 || Number(actual[index]) > Number(required[index])) return
  throw new Error(
    `@haiilo-kit/manifest/vite requires Node ${REQUIRED_NODE} or newer, but this is Node ${version}. Update Node.`,
  )
}
