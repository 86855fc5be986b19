import { createSimulatedTenant } from '@haiilo-kit/simulator/back-end'
import autocannon, { type Instance, type Options, type Result } from 'autocannon'
import { quantile, type Row } from './row.js'
import { variants, withUserServers, type UserServer, type Variant } from './user-servers.js'

/** More short turns are better than fewer long ones: what slows the machine down then slows down the neighbours of a turn, too. */
const ROUNDS = 24
/** The engine needs some thousand requests until it has compiled the code of a server for the last time. */
const WARM_UP_ROUNDS = 24
const REQUESTS_PER_TURN = 500
const REQUESTS_PER_TOKEN = 20
const CONNECTIONS = 10

/** What one turn of a server has shown. */
interface Turn {
  /** Requests per second, from the first request to the last answer. */
  readonly rate: number
  /** CPU time of the server for each request, in microseconds. */
  readonly cpu: number
}

type Turns = Readonly<Record<Variant, Turn[]>>

/** `GET /api/me` with a fresh token for each request, and with each token for 20 requests. */
export async function measureUsers(): Promise<readonly Row[]> {
  const tenant = createSimulatedTenant()
  const { key } = await tenant.keyDocument()
  return withUserServers(key, tenant, async (servers) => {
    async function measureUse(uses: number): Promise<Turns> {
      const turns: Turns = { none: [], kit: [], jwtVerify: [], subtle: [] }
      for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
        const count = (REQUESTS_PER_TURN * (uses === 1 ? 1 : 2)) / uses
        const tokens = await Promise.all(Array.from({ length: count }, () => tenant.signUser()))
        // each server gets the same tokens, and no server is always the first one after the signing
        for (let index = 0; index < servers.length; index++) {
          const server = servers[(index + round) % servers.length]
          if (!server) continue
          const turn = await takeTurn(server, tokens, uses)
          if (round >= WARM_UP_ROUNDS) turns[server.variant].push(turn)
        }
      }
      return turns
    }

    // known tokens first: they need the same code for requests, and more of them warm it up in the same time
    const known = await measureUse(REQUESTS_PER_TOKEN)
    return [
      ...rowsOf('a fresh token for each request', await measureUse(1), { jwtVerify: 1 }),
      ...rowsOf(`each token for ${REQUESTS_PER_TOKEN} requests`, known, { none: 0.9 }),
    ]
  })
}

async function takeTurn({ url, cpuTime }: UserServer, tokens: readonly string[], uses: number): Promise<Turn> {
  const amount = tokens.length * uses
  let sent = 0
  let ended = 0
  const cpuBefore = await cpuTime()
  const started = performance.now()
  const { instance, result } = startLoad({
    url,
    amount,
    connections: CONNECTIONS,
    // autocannon ends with a sample, and by default takes one each second
    sampleInt: 10,
    requests: [
      {
        setupRequest: (request) => ({
          ...request,
          headers: { ...request.headers, authorization: `Bearer ${tokens[Math.floor(sent++ / uses) % tokens.length]}` },
        }),
      },
    ],
  })
  instance.on('response', () => (ended = performance.now()))
  const { '2xx': answered, non2xx } = await result
  if (answered !== amount) throw new Error(`${non2xx} requests were refused`)
  return { rate: amount / ((ended - started) / 1000), cpu: ((await cpuTime()) - cpuBefore) / amount }
}

/** Starts a load. The types of autocannon allow a promise or events, but not both. */
function startLoad(options: Options): { readonly instance: Instance; readonly result: Promise<Result> } {
  const { promise, resolve, reject } = Promise.withResolvers<Result>()
  const instance = autocannon(options, (error: unknown, result) => (error ? reject(error) : resolve(result)))
  return { instance, result: promise }
}

const NAMES: Readonly<Record<Variant, string>> = {
  kit: 'this package',
  none: 'the same server without verification',
  jwtVerify: 'jwtVerify of jose',
  subtle: 'crypto.subtle.verify alone',
}

/** @param limits The least share of the requests per second of another variant. */
function rowsOf(what: string, turns: Turns, limits: Partial<Readonly<Record<Variant, number>>>): readonly Row[] {
  const others = variants.filter((variant) => variant !== 'kit')
  /** Compares turns of the same round, which were neighbours. */
  const ratios = (variant: Variant, read: (turn: Turn) => number): Pick<Row, 'value' | 'spread'> =>
    summary(
      turns.kit.map((turn, round) => {
        const other = turns[variant][round]
        return other ? read(turn) / read(other) : Number.NaN
      }),
    )
  const cpuOf = (variant: Variant): string =>
    `${NAMES[variant]} ${summary(turns[variant].map(({ cpu }) => cpu)).value.toFixed(0)} µs`
  return [
    {
      name: `users: ${what}`,
      ...summary(turns.kit.map(({ rate }) => rate)),
      unit: 'requests/s',
      note: 'sqliteStore',
    },
    ...others.map((variant): Row => {
      const least = limits[variant]
      return {
        name: `users: ${what}, requests/s compared with ${NAMES[variant]}`,
        ...ratios(variant, ({ rate }) => rate),
        unit: '×',
        ...(least !== undefined && { limit: { least } }),
      }
    }),
    ...others.map((variant): Row => {
      const least = limits[variant]
      return {
        name: `users: ${what}, CPU time compared with ${NAMES[variant]}`,
        ...ratios(variant, ({ cpu }) => cpu),
        unit: '×',
        ...(least !== undefined && { limit: { most: 1 / least } }),
        note: `${cpuOf('kit')}, ${cpuOf(variant)}`,
      }
    }),
  ]
}

/** The median and the middle half. */
function summary(values: readonly number[]): Required<Pick<Row, 'value' | 'spread'>> {
  return { value: quantile(values, 0.5), spread: [quantile(values, 0.25), quantile(values, 0.75)] }
}
