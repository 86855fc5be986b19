import { isHaiiloError } from '../src/errors.js'

/** The result of a verification: the error code, `verified`, or a description of an error without a code. */
export async function codeOf(verification: Promise<unknown>): Promise<string> {
  try {
    await verification
    return 'verified'
  } catch (error) {
    if (isHaiiloError(error)) return error.code
    return `not coded: ${error instanceof Error ? error.stack : typeof error}`
  }
}

/** The error of a verification, for tests that check more than its code. */
export async function errorOf(verification: Promise<unknown>): Promise<unknown> {
  return verification.then(
    () => {
      throw new Error('The token was verified.')
    },
    (error: unknown) => error,
  )
}
