import { HaiiloError } from '../errors.js'
import { claimGroup, isEqualJson } from '../token/claims.js'
import type { VerifiedMessage } from './haiilo-host.js'
import type { HostSnapshot, RawConfig, ReadySnapshot } from './host-snapshot.js'
import { withToken } from './verified-message.js'

/**
 * Creates the snapshot of a verified handshake. Context and configuration stay the same objects while they are equal. If nothing changed,
 * the result is the previous snapshot itself.
 *
 * @throws {HaiiloError} `ERR_CONFIG_INVALID` The option `config` threw an error.
 */
export function readySnapshot<Config>(
  { claims, context, issuer, origin, token }: VerifiedMessage,
  previous: HostSnapshot<Config>,
  parseConfig: (raw: RawConfig) => Config,
): ReadySnapshot<Config> {
  const before = previous.status === 'ready' ? previous : undefined
  const raw = claimGroup(claims, 'cfg')
  const sameContext = before && isEqualJson(before.context, context)
  const sameConfig = before && isEqualJson(before.rawConfig, raw)
  const editing = claims['stt.edit'] === true
  if (sameContext && sameConfig && before.editing === editing) return before
  const next: Omit<ReadySnapshot<Config>, 'token'> = {
    status: 'ready',
    context: sameContext ? before.context : context,
    config: sameConfig ? before.config : readConfig(raw, parseConfig),
    rawConfig: sameConfig ? before.rawConfig : raw,
    editing,
    claims,
    issuer,
    origin,
  }
  return withToken(next, token)
}

/** A copy of the snapshot with another edit mode. */
export function withEditing<Config>(snapshot: ReadySnapshot<Config>, editing: boolean): ReadySnapshot<Config> {
  return withToken({ ...snapshot, editing }, snapshot.token)
}

function readConfig<Config>(raw: RawConfig, parseConfig: (raw: RawConfig) => Config): Config {
  try {
    return parseConfig(raw)
  } catch (cause) {
    throw new HaiiloError(
      'ERR_CONFIG_INVALID',
      'The option `config` threw an error for the configuration that the host sent; see `cause`.',
      { cause },
    )
  }
}
