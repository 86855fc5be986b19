import ipaddr from 'ipaddr.js'

/**
 * Whether an IP address is anything but a public one: part of this machine, of a private network, or of a range with a special purpose.
 * An IPv6 address that contains an IPv4 address is judged by that one. Text that is not an IP address counts as private.
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
  // outside of 2000::/3 nothing was assigned to the public internet so far
  return address.match(GLOBAL_UNICAST, 3) && address.range() === 'unicast'
}

/** The IPv4 address that a packet to this address may end at. */
function embeddedIPv4(address: ipaddr.IPv6): ipaddr.IPv4 | undefined {
  const bytes = address.toByteArray()
  if (address.match(SIX_TO_FOUR, 16)) return new ipaddr.IPv4(bytes.slice(2, 6))
  const isEmbedded = ENDS_IN_IPV4.some((prefix) => address.match(prefix, 96))
  return isEmbedded ? new ipaddr.IPv4(bytes.slice(12)) : undefined
}

const GLOBAL_UNICAST = ipaddr.IPv6.parse('2000::')
const SIX_TO_FOUR = ipaddr.IPv6.parse('2002::')
/** IPv4-compatible, IPv4-mapped, IPv4-translated (RFC 2765), NAT64 (RFC 6052). */
const ENDS_IN_IPV4 = ['::', '::ffff:0:0', '::ffff:0:0:0', '64:ff9b::'].map((prefix) => ipaddr.IPv6.parse(prefix))
