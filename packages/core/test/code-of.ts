import { isHaiiloError } from '../src/errors.js'

/** How a verification ended: the code of the error that refused it, `verified`, or what was thrown in place of a coded error. */
export async function codeOf(verification: Promise<unknown>): Promise<string> {
  try {
    await verification
    return 'verified'
  } catch (error) {
    if (isHaiiloError(error)) return error.code
    return `not coded: ${error instanceof Error ? error.stack : typeof error}`
  }
}

/** The error that refused a verification, for tests that look at more than its code. */
export async function errorOf(verification: Promise<unknown>): Promise<unknown> {
  return verification.then(
    () => {
      throw new Error('Nothing was refused.')
    },
    (error: unknown) => error,
  )
}
