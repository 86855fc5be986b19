import { createTokenFactory, nextTask, scriptHost, type PluginPost, type ScriptedHost } from '@haiilo-kit/test-kit'
import fc from 'fast-check'
import { beforeEach, expect, it, vi } from 'vitest'
import { createHaiiloHost, isHaiiloError, type HaiiloHost, type HostTransport } from '../../src/index.js'

const clock = (): number => 1_700_000_000_000
const tenant = await createTokenFactory({ clock })
const stranger = await createTokenFactory({ clock })

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  return () => vi.useRealTimers()
})

/** One run: a host, its promises, and the calls of the application per session. */
interface Run {
  readonly home: ScriptedHost
  readonly host: HaiiloHost
  /** Handshake requests without a response. */
  readonly open: PluginPost[]
  readonly unsettled: Set<Promise<unknown>>
  /** The session of the call of each message, by the number in its payload. */
  readonly callers: number[]
  /** The session in which each message was posted. */
  readonly posted: (readonly [number: number, session: number])[]
  session: number
}

type Step = (run: Run) => unknown

function start(): Run {
  const open: PluginPost[] = []
  const home = scriptHost({ tenant, clock, answer: (message) => void open.push(message) })
  const { transport } = home.options
  const post: HostTransport['post'] = (message, targetOrigin) => {
    if ('secret' in message) run.posted.push([Number(message.secret), run.session])
    transport.post(message, targetOrigin)
  }
  const host = createHaiiloHost({ ...home.options, transport: { ...transport, post }, onWarning: () => undefined })
  const run: Run = { home, host, open, unsettled: new Set(), callers: [], posted: [], session: 0 }
  return run
}

function track({ unsettled }: Run, promise: Promise<unknown>): void {
  unsettled.add(promise)
  void promise.catch(() => undefined).then(() => unsettled.delete(promise))
}

/** A payload that identifies its call. */
function payloadOf(run: Run): { readonly secret: number } {
  return { secret: run.callers.push(run.session) - 1 }
}

function reopen(run: Run): void {
  const { status } = run.host.getSnapshot()
  if (status === 'failed' || status === 'closed') run.session += 1
  run.host.retry()
}

async function answer({ home, open }: Run, which: number, sign: (claims: object) => Promise<string>): Promise<void> {
  const [question] = open.splice(which % Math.max(open.length, 1), 1)
  if (question) home.post(await sign({ jti: question.nonce, sub: question.subject }))
}

/** Calls of the application. */
const calls: fc.Arbitrary<Step> = fc.constantFrom<Step[]>(
  (run) => track(run, run.host.ready()),
  (run) => {
    try {
      run.host.send('ask', payloadOf(run))
    } catch (error) {
      expect(isHaiiloError(error)).toBe(true)
    }
  },
  (run) => track(run, run.host.request('ask', payloadOf(run))),
  (run) => track(run, run.host.getToken()),
  (run) => track(run, run.host.getToken({ fresh: true })),
  (run) => run.host.setHeight(run.callers.length),
  (run) => run.host.close(),
  reopen,
  (run) => {
    run.host.close()
    reopen(run)
  },
)

/** Events from outside. */
const events: fc.Arbitrary<Step> = fc.oneof(
  questions((run, which) => answer(run, which, tenant.sign)),
  questions((run, which) => answer(run, which, tenant.sign)),
  questions((run, which) => answer(run, which, stranger.sign)),
  questions((run, which) => answer(run, which, (claims) => tenant.sign({ ...claims, 'ctx.userId': 'another' }))),
  questions(({ open }, which) => open.splice(which, 1)),
  fc.constantFrom<Step[]>(
    ({ home }) => home.notify({ 'stt.edit': true }),
    ({ home }) => home.notify({ 'stt.edit': false }),
    ({ home }) => home.restore(),
    () => vi.advanceTimersByTime(10_000),
    nextTask,
  ),
)

function questions(step: (run: Run, which: number) => unknown): fc.Arbitrary<Step> {
  return fc.nat(5).map((which) => (run) => step(run, which))
}

it('a payload goes to the verified origin, in the session of its call, and every promise settles', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.oneof(calls, events), fc.boolean()), { minLength: 3, maxLength: 25 }),
      // a listener acts during a change
      fc.array(fc.option(calls, { nil: () => undefined }), { maxLength: 4 }),
      fc.boolean(),
      async (sequence, reactions, isReady) => {
        const run = start()
        const queue = [...reactions]
        if (isReady) await connect(run)
        run.host.subscribe(() => void queue.shift()?.(run))
        for (const [step, pause] of sequence) {
          await step(run)
          // without a pause, the next step runs in the same task
          if (pause) await nextTask()
        }
        queue.length = 0
        run.host.close()
        await settle()
        vi.advanceTimersByTime(10_000)
        await settle()
        expect(run.unsettled.size).toBe(0)
        expectOnlyQuestionsToAnyone(run.home)
        expect(run.posted.filter(([secret, session]) => run.callers[secret] !== session)).toEqual([])
        expect(run.home.listening()).toBe(0)
        expect(vi.getTimerCount()).toBe(0)
      },
    ),
    { numRuns: 300 },
  )
})

async function connect(run: Run): Promise<void> {
  const ready = run.host.ready()
  await run.home.next('init')
  await answer(run, 0, tenant.sign)
  await ready
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await nextTask()
}

function expectOnlyQuestionsToAnyone({ sent }: ScriptedHost): void {
  for (const { data, nonce, targetOrigin } of sent) {
    if (targetOrigin === '*') expect(data).toEqual({ iss: 'source-1', sub: 'init', jti: nonce })
    else expect(targetOrigin).toBe(tenant.issuer)
  }
}
