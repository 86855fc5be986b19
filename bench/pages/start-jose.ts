// A careful hand-written client on jose: it checks window, origin, issuer, subject, nonce, algorithm and time.
import { jwtVerify } from 'jose'

const nonce = crypto.randomUUID()

addEventListener('message', (event: MessageEvent<unknown>) => void receive(event))
parent.postMessage({ iss: 'bench', sub: 'init', jti: nonce }, '*')

async function receive({ data, origin, source }: MessageEvent<unknown>): Promise<void> {
  if (source !== parent || origin !== ISSUER || typeof data !== 'string') return
  const { payload } = await jwtVerify(data, KEY, {
    issuer: ISSUER,
    subject: 'init',
    algorithms: ['RS512'],
    requiredClaims: ['exp', 'iat', 'jti', 'ctx.userId'],
    maxTokenAge: '10 min',
    clockTolerance: 30,
  })
  if (payload.jti === nonce) finish(payload)
}
