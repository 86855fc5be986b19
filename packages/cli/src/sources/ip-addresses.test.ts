import { describe, expect, it } from 'vitest'
import { isPrivate } from './ip-addresses.js'

// the IANA registries of special-purpose addresses, and other ranges that are not global unicast: first and last address of each
const SPECIAL: readonly (readonly [range: string, first: string, last: string])[] = [
  ['0.0.0.0/8, this network', '0.0.0.0', '0.255.255.255'],
  ['10.0.0.0/8, private', '10.0.0.0', '10.255.255.255'],
  ['100.64.0.0/10, shared', '100.64.0.0', '100.127.255.255'],
  ['127.0.0.0/8, loopback', '127.0.0.0', '127.255.255.255'],
  ['169.254.0.0/16, link-local', '169.254.0.0', '169.254.255.255'],
  ['172.16.0.0/12, private', '172.16.0.0', '172.31.255.255'],
  ['192.0.0.0/24, protocol assignments', '192.0.0.0', '192.0.0.255'],
  ['192.0.2.0/24, documentation', '192.0.2.0', '192.0.2.255'],
  ['192.31.196.0/24, AS112', '192.31.196.0', '192.31.196.255'],
  ['192.52.193.0/24, AMT', '192.52.193.0', '192.52.193.255'],
  ['192.88.99.0/24, 6to4 relays', '192.88.99.0', '192.88.99.255'],
  ['192.168.0.0/16, private', '192.168.0.0', '192.168.255.255'],
  ['192.175.48.0/24, AS112', '192.175.48.0', '192.175.48.255'],
  ['198.18.0.0/15, benchmarks', '198.18.0.0', '198.19.255.255'],
  ['198.51.100.0/24, documentation', '198.51.100.0', '198.51.100.255'],
  ['203.0.113.0/24, documentation', '203.0.113.0', '203.0.113.255'],
  ['224.0.0.0/4, multicast', '224.0.0.0', '239.255.255.255'],
  ['240.0.0.0/4, reserved, and broadcast', '240.0.0.0', '255.255.255.255'],
  ['::, unspecified, and ::1, loopback', '::', '::1'],
  ['64:ff9b:1::/48, local NAT64', '64:ff9b:1::', '64:ff9b:1:ffff:ffff:ffff:808:808'],
  ['100::/64, discard', '100::', '100::ffff:ffff:ffff:ffff'],
  ['100:0:0:1::/64, dummy prefix', '100:0:0:1::', '100:0:0:1:ffff:ffff:ffff:ffff'],
  ['2001::/23, protocol assignments, and Teredo', '2001::', '2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['2001:2::/48, benchmarks', '2001:2::', '2001:2:0:ffff:ffff:ffff:ffff:ffff'],
  ['2001:10::/28, ORCHID', '2001:10::', '2001:1f:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['2001:20::/28, ORCHIDv2', '2001:20::', '2001:2f:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['2001:db8::/32, documentation', '2001:db8::', '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['2620:4f:8000::/48, AS112', '2620:4f:8000::', '2620:4f:8000:ffff:ffff:ffff:ffff:ffff'],
  ['3fff::/20, documentation', '3fff::', '3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['4000::/3 to 5fff::, unassigned, and 5f00::/16, segment routing', '4000::', '5f00:ffff::'],
  ['fc00::/7, unique local', 'fc00::', 'fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['fe80::/10, link-local', 'fe80::', 'febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['fec0::/10, site-local', 'fec0::', 'feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['ff00::/8, multicast', 'ff00::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
]

/** The ways to embed an IPv4 address in an IPv6 address. */
const EMBEDDINGS: readonly (readonly [name: string, embed: (ipv4: string) => string])[] = [
  ['IPv4-mapped', (ipv4) => `::ffff:${ipv4}`],
  ['IPv4-compatible', (ipv4) => `::${ipv4}`],
  ['IPv4-translated', (ipv4) => `::ffff:0:${ipv4}`],
  ['NAT64', (ipv4) => `64:ff9b::${ipv4}`],
  ['6to4', (ipv4) => `2002:${hex(ipv4)}::1`],
]

function hex(ipv4: string): string {
  const [a = 0, b = 0, c = 0, d = 0] = ipv4.split('.').map(Number)
  return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`
}

const PUBLIC = [
  '1.1.1.1',
  '8.8.8.8',
  '93.184.215.14',
  '172.15.255.255',
  '172.32.0.0',
  '198.17.255.255',
  '223.255.255.255',
]
const PUBLIC_IPV6 = ['2001:200::', '2606:4700:4700::1111', '2a00:1450:4001:82a::200e', '2003::1', '3ffe:ffff::1']
const SPECIAL_IPV4 = SPECIAL.flatMap(([, ...both]) => both).filter((address) => address.includes('.'))

describe('an address is private', () => {
  it.each(SPECIAL)('in %s', (_, first, last) => {
    expect([first, last].map(isPrivate)).toEqual([true, true])
  })

  it.each(EMBEDDINGS)('if it contains a private IPv4 address: %s', (_, embed) => {
    expect(SPECIAL_IPV4.map(embed).filter((address) => !isPrivate(address))).toEqual([])
  })

  it.each(['fe80::1%eth0', '::1%lo', 'fe80::1%25eth0'])('with a zone: %s', (address) => {
    expect(isPrivate(address)).toBe(true)
  })

  it.each(['2130706433', '0x7f.1', '017700000001', '127.1', '10.1', '0xa9fea9fe'])(
    'in another notation: %s',
    (address) => {
      expect(isPrivate(address)).toBe(true)
    },
  )

  it.each(['', 'localhost', 'example.com', '1.2.3.4.5', '[2606:4700::1]', '::g', '1.1.1.1 '])(
    'if the text is not an IP address: "%s"',
    (address) => {
      expect(isPrivate(address)).toBe(true)
    },
  )
})

describe('an address is public', () => {
  it.each([...PUBLIC, ...PUBLIC_IPV6])('in global unicast: %s', (address) => {
    expect(isPrivate(address)).toBe(false)
  })

  it.each(EMBEDDINGS)('if it contains a public IPv4 address: %s', (_, embed) => {
    expect(PUBLIC.map(embed).filter(isPrivate)).toEqual([])
  })
})
