// The minimum work of a handshake: send the request, import one key meanwhile, verify one signature, read the claims. Checks nothing else.
const parameters = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-512' }
const key = crypto.subtle.importKey('jwk', KEY, parameters, false, ['verify'])

addEventListener('message', ({ data }: MessageEvent<string>) => void verify(data))
parent.postMessage({ iss: 'bench', sub: 'init', jti: crypto.randomUUID() }, '*')

async function verify(data: string): Promise<void> {
  const [header = '', payload = '', signature = ''] = data.split('.')
  const signed = new TextEncoder().encode(`${header}.${payload}`)
  if (await crypto.subtle.verify(parameters, await key, bytes(signature), signed)) {
    finish(JSON.parse(new TextDecoder().decode(bytes(payload))) as object)
  }
}

function bytes(segment: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(segment.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0))
}
