import { base64url } from 'jose'

/**
 * Creates 384 messages that are not answers: values of many types, messages of other libraries, texts that resemble a token, and the unsigned
 * claims of the real answer.
 *
 * @param claims The claims of the real answer.
 */
export function junkMessages(claims: Readonly<Record<string, unknown>>): readonly unknown[] {
  return Array.from({ length: 12 }, (_, round) => createRound(claims, round)).flat()
}

function createRound(claims: Readonly<Record<string, unknown>>, round: number): readonly unknown[] {
  const stranger = { ...claims, jti: `stranger-${round}` }
  return [
    undefined,
    null,
    true,
    round,
    Number.NaN,
    10n ** 20n,
    '',
    'x'.repeat(round === 0 ? 200_000 : 10),
    '.',
    '..',
    '...',
    'a.b.c',
    '{"iss":',
    '[object Object]',
    JSON.stringify(claims),
    { ...claims },
    [claims],
    { iss: claims['iss'], sub: 'init', jti: claims['jti'], 'ctx.userId': 'another-user' },
    { source: 'devtools', payload: { type: 'ping', round } },
    { type: 'webpackOk', data: undefined },
    new Date(round),
    new Map([['sub', 'init']]),
    new Set([round]),
    new Uint8Array(16),
    new ArrayBuffer(1024),
    new Error('not for you'),
    /.*/,
    token({ alg: 'RS512' }, stranger, 'AAAA'),
    token({ alg: 'none' }, stranger, ''),
    token({ alg: 'RS512' }, 'not an object', 'AAAA'),
    token({ alg: 'RS512' }, [stranger], 'AAAA'),
    `${token({ alg: 'RS512' }, stranger, 'AAAA')}.AAAA`,
  ]
}

function token(header: object, claims: unknown, signature: string): string {
  return [header, claims].map((part) => base64url.encode(JSON.stringify(part))).join('.') + `.${signature}`
}
