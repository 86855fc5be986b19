import { HaiiloError } from '../errors.js'

/** Creates the error for a component without a provider above it. `fix` says what to write. */
export function providerMissing(fix: string): HaiiloError {
  return new HaiiloError('ERR_PROVIDER_MISSING', `No provider above this component. ${fix}`)
}

/** Creates the error for a component that reads what only a ready host has. `fix` says what to put around it. */
export function hostNotReady(what: string, fix: string): HaiiloError {
  return new HaiiloError('ERR_HOST_NOT_READY', `${what} needs a ready host. ${fix}`)
}
