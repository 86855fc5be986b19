import { isLoopback } from '@haiilo-kit/core/token'
import ipaddr from 'ipaddr.js'
import { isIP } from 'node:net'
import type { CommandContext } from '../context.js'

/**
 * Returns the IP addresses of a host name in a URL. `localhost` and names below it, such as `lunch.localhost`, are not looked up, because a
 * name server could return other addresses (RFC 6761).
 *
 * @throws {Error} The lookup failed, or the signal was aborted first.
 */
export async function resolveHost(
  hostname: string,
  lookup: CommandContext['lookup'],
  signal: AbortSignal,
): Promise<readonly string[]> {
  const host = hostname.replaceAll(/[[\]]/g, '').replace(/\.$/, '')
  if (isIP(host) !== 0) return [host]
  if (isLoopback(host)) return ['127.0.0.1', '::1']
  return Promise.race([lookup(host), rejectOnAbort(signal)])
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
  })
}

/**
 * Whether an IP address is not public: it belongs to this machine, a private network or another special-purpose range. If an IPv6 address
 * contains an IPv4 address, that one is decisive. Text that is not an IP address counts as private.
 */
export function isPrivate(address: string): boolean {
  if (!ipaddr.isValid(address)) return true
  const parsed = ipaddr.parse(address)
  return !(parsed instanceof ipaddr.IPv6 ? isPublicIPv6(parsed) : isPublicIPv4(parsed))
}

function isPublicIPv4(address: ipaddr.IPv4): boolean {
  return address.range() === 'unicast'
}

function isPublicIPv6(address: ipaddr.IPv6): boolean {
  const embedded = embeddedIPv4(address)
  if (embedded) return isPublicIPv4(embedded)
  // only 2000::/3 is assigned to the public internet
  return address.match(GLOBAL_UNICAST, 3) && address.range() === 'unicast'
}

/** Returns the IPv4 address to which packets for an IPv6 address may be forwarded. */
function embeddedIPv4(address: ipaddr.IPv6): ipaddr.IPv4 | undefined {
  const bytes = address.toByteArray()
  if (address.match(SIX_TO_FOUR, 16)) return new ipaddr.IPv4(bytes.slice(2, 6))
  const isEmbedded = IPV4_PREFIXES.some((prefix) => address.match(prefix, 96))
  return isEmbedded ? new ipaddr.IPv4(bytes.slice(12)) : undefined
}

const GLOBAL_UNICAST = ipaddr.IPv6.parse('2000::')
const SIX_TO_FOUR = ipaddr.IPv6.parse('2002::')
/** IPv4-compatible, IPv4-mapped, IPv4-translated (RFC 2765), NAT64 (RFC 6052). */
const IPV4_PREFIXES = ['::', '::ffff:0:0', '::ffff:0:0:0', '64:ff9b::'].map((prefix) => ipaddr.IPv6.parse(prefix))
