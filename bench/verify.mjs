import { readFile } from 'node:fs/promises'
import { importBundle } from './lib/bundle.mjs'
import { median, ratio } from './lib/statistics.mjs'

const SIZE = { rounds: 200, calls: 10 }

/** Measures how fast tokens are verified one after the other, relative to plain Web Crypto. Keys are imported once. */
export async function* verify(openStage) {
  const stage = await openStage()
  const issuer = 'https://home.example.com'
  const comparison = { token: stage.tenant.sign({ iss: issuer }), jwk: stage.tenant.jwk, issuer, ...SIZE }
  yield* rows('Chromium', await inChromium(stage, comparison))
  yield* rows('Node', await inNode(comparison))
}

async function inChromium(stage, comparison) {
  await stage.addPage('verify')
  const { frame, close } = await stage.embed('verify')
  const times = await frame.evaluate((options) => globalThis.compareVerification(options), comparison)
  await close()
  return times
}

async function inNode(comparison) {
  const code = await readFile(new URL('pages/verify.ts', import.meta.url), 'utf8')
  const { compareVerification } = await importBundle(code)
  return compareVerification(comparison)
}

function* rows(runtime, { webCrypto, kit, jose }) {
  const note = `plain Web Crypto ${((median(webCrypto) / SIZE.calls) * 1000).toFixed(0)} µs`
  yield {
    name: `token verification vs. plain Web Crypto, ${runtime}`,
    unit: '×',
    ...ratio(webCrypto, kit),
    limit: { least: 0.75 },
    note,
  }
  yield { name: `… with jwtVerify of jose, key as JWK, ${runtime}`, unit: '×', ...ratio(webCrypto, jose), note }
}
