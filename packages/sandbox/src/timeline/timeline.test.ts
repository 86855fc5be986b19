import { createSimulatedHost } from '@haiilo-kit/simulator'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTimeline } from './create-timeline.js'
import { recordFixture, type RecordedInstance } from './record-fixture.js'
import { redact } from './redact.js'
import { toTypeScript } from './to-typescript.js'
import {
  findErrorCodes,
  timelineMessageFromHost,
  timelineMessageFromPlugin,
  type TimelineMessage,
} from './timeline-entry.js'
import { toJson } from './to-json.js'

const hello: TimelineMessage = {
  at: 1_700_000_000_000,
  instance: 'w1',
  view: 'plugin',
  seenBy: 'host',
  direction: 'plugin-to-host',
  subject: 'init',
  verdict: 'accepted',
}
const answer: TimelineMessage = {
  ...hello,
  direction: 'host-to-plugin',
  verdict: 'sent',
  header: { alg: 'RS512' },
  claims: { 'ctx.userName': 'Ada', sub: 'init' },
}
const refused: TimelineMessage = { ...hello, instance: 'w2', verdict: 'refused', reason: 'iss is not a string' }

describe('a timeline', () => {
  it('numbers messages in the order in which they arrive', () => {
    const timeline = createTimeline()
    for (const message of [hello, answer, refused]) timeline.add(message)
    expect(timeline.entries().map(({ id, verdict }) => [id, verdict])).toEqual([
      [1, 'accepted'],
      [2, 'sent'],
      [3, 'refused'],
    ])
  })

  it.each([
    [{ instance: 'w2' }, [3]],
    [{ direction: 'host-to-plugin' as const }, [2]],
    [{ verdict: 'refused' as const }, [3]],
    [{ search: 'ada' }, [2]],
    [{ search: 'RS512 init' }, [2]],
    [{ search: 'string ISS' }, [3]],
    [{ search: 'nothing of the kind' }, []],
    [{ instance: 'w1', search: 'init' }, [1, 2]],
    [{}, [1, 2, 3]],
  ])('with the filter %j, shows the entries %j', (filter, ids) => {
    const timeline = createTimeline()
    for (const message of [hello, answer, refused]) timeline.add(message)
    timeline.setFilter(filter)
    expect(timeline.shown().map(({ id }) => id)).toEqual(ids)
  })

  it('does not show new messages during a pause, and counts them', () => {
    const timeline = createTimeline()
    timeline.add(hello)
    timeline.pause(true)
    timeline.add(answer)
    timeline.add(refused)
    expect([timeline.shown().length, timeline.waiting(), timeline.entries().length]).toEqual([1, 2, 3])
    timeline.pause(false)
    expect([timeline.shown().length, timeline.waiting()]).toEqual([3, 0])
  })

  it('keeps the newest entries and counts the dropped ones', () => {
    const timeline = createTimeline({ limit: 100 })
    for (let index = 0; index < 1_000; index += 1) timeline.add(hello)
    expect(timeline.entries()).toHaveLength(100)
    expect(timeline.entries().at(-1)?.id).toBe(1_000)
    expect(timeline.dropped()).toBeGreaterThanOrEqual(890)
  })

  it('exports all parts of all entries as JSON', () => {
    const timeline = createTimeline()
    const long = 'x'.repeat(100_000)
    timeline.add({ ...hello, payload: { long }, sendAgain: () => true })
    timeline.add(answer)
    expect(JSON.parse(timeline.toJson())).toEqual([
      { ...hello, id: 1, payload: { long } },
      { ...answer, id: 2 },
    ])
  })

  it('calls its listeners after each change', () => {
    const timeline = createTimeline()
    let calls = 0
    const stop = timeline.subscribe(() => (calls += 1))
    timeline.add(hello)
    timeline.setFilter({ search: 'a' })
    timeline.pause(true)
    timeline.clear()
    stop()
    timeline.add(hello)
    expect(calls).toBe(4)
  })
})

describe('a message of the host', () => {
  it('says how a correct plug-in reacts to its fault', () => {
    const { expected } = timelineMessageFromHost({ ...answer, id: 7, source: 'w1', verdict: 'sent', reason: 'expired' })
    expect(findErrorCodes(expected)).toEqual(['ERR_TOKEN_EXPIRED'])
  })

  it('can be sent again only if the host sent it', () => {
    const again: number[] = []
    const sendAgain = (id: number): boolean => again.push(id) > 0
    expect(
      timelineMessageFromHost({ ...hello, id: 1, source: 'w1', verdict: 'accepted' }, sendAgain).sendAgain,
    ).toBeUndefined()
    timelineMessageFromHost({ ...answer, id: 2, source: 'w1', verdict: 'sent' }, sendAgain).sendAgain?.()
    expect(again).toEqual([2])
  })
})

describe('a message of the plug-in', () => {
  it('has the verdict of the plug-in, and the type of data that it could not read', () => {
    const entry = {
      direction: 'in',
      verdict: 'refused',
      reason: 'ERR_TOKEN_EXPIRED',
      type: 'string',
      size: 900,
      at: 1,
    } as const
    expect(timelineMessageFromPlugin(entry, { instance: 'w1', view: 'plugin' })).toEqual({
      at: 1,
      instance: 'w1',
      view: 'plugin',
      seenBy: 'plug-in',
      direction: 'host-to-plugin',
      verdict: 'refused',
      reason: 'ERR_TOKEN_EXPIRED',
      payload: { type: 'string', size: 900 },
    })
  })
})

describe('toJson', () => {
  it('returns the same as JSON.stringify for JSON values', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(toJson(value)).toBe(JSON.stringify(value))
      }),
    )
  })

  it('replaces values that JSON does not have', () => {
    const cycle: Record<string, unknown> = { big: 1n, map: new Map([['a', 1]]), twice: [hello, hello] }
    cycle['self'] = cycle
    expect(JSON.parse(toJson(cycle))).toEqual({ big: '1n', map: [['a', 1]], twice: [hello, hello], self: '[cycle]' })
    expect(toJson(undefined)).toBe('undefined')
  })
})

const TOKEN = 'eyJhbGciOiJSUzUxMiJ9.eyJzdWIiOiJpbml0In0.c2lnbmF0dXJl'

describe('redact', () => {
  it('removes tokens and e-mail addresses at any depth', () => {
    const text = `Bearer ${TOKEN}, from ada.l@example.com (<bob@x>)`
    expect(redact({ text, [`mail of ada@example.com`]: [{ deep: 'a@b' }], plain: '@ home', n: 1 })).toEqual({
      text: 'Bearer [token], from [e-mail] (<[e-mail]>)',
      'mail of [e-mail]': [{ deep: '[e-mail]' }],
      plain: '@ home',
      n: 1,
    })
  })

  it('leaves no text that looks like an e-mail address', () => {
    const part = fc.constantFrom('@', 'ada', ' ', '.', 'example.com', '"', 'ü', ':')
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        expect(redact(parts.join(''))).not.toMatch(/[^\s"'<>(),;:@]@[^\s"'<>(),;:@]/)
      }),
    )
  })
})

describe('toTypeScript', () => {
  it('returns code that evaluates to the same value', () => {
    const value = fc.jsonValue().filter((each) => !JSON.stringify(each).includes('__proto__'))
    fc.assert(
      fc.property(value, (each) => {
        expect(JSON.stringify(evaluate(`(${toTypeScript(each)})`))).toBe(JSON.stringify(each))
      }),
    )
  })
})

describe('a recorded fixture', () => {
  const recorded: RecordedInstance = {
    instance: 'w1',
    entryPoint: 'menu',
    options: {
      user: { userId: 'user-1', userName: 'Ada', userEmail: 'ada@example.com', userLanguage: 'en' },
      config: { canteen: 'north', contact: 'chef@example.com' },
      globalConfig: {},
      editing: false,
      sandbox: 'same-origin',
      latency: 0,
      fault: 'slow',
    },
  }

  it('is a module that creates a host with the same options', () => {
    const { w1, messages } = run(recordFixture([recorded], [hello, answer]))
    expect(w1).toEqual({
      name: 'Ada, w1',
      user: { userId: 'user-1', userName: 'Ada', userLanguage: 'en' },
      config: { canteen: 'north', contact: '[e-mail]' },
      globalConfig: {},
      sandbox: 'same-origin',
      fault: 'slow',
    })
    const { name: _name, ...options } = w1 as Record<string, unknown>
    expect(createSimulatedHost(options).findings).toEqual([])
    expect(messages).toEqual([
      { instance: 'w1', direction: 'plugin-to-host', subject: 'init', verdict: 'accepted' },
      {
        instance: 'w1',
        direction: 'host-to-plugin',
        subject: 'init',
        verdict: 'sent',
        claims: { 'ctx.userName': 'Ada' },
      },
    ])
  })

  it('contains no token and no e-mail address', () => {
    const payload = { authorization: `Bearer ${TOKEN}`, mail: 'ada@example.com', 'bob@example.com': true }
    const claims = { 'ctx.userEmail': 'ada@example.com', 'cfg.contact': 'chef@example.com' }
    const source = recordFixture(
      [recorded],
      [
        { ...hello, payload },
        { ...answer, claims, reason: 'to ada@example.com' },
      ],
    )
    expect(source).not.toContain('eyJ')
    expect(source).not.toContain('example.com')
  })

  it('gives each instance a unique and valid constant name', () => {
    const ids = ['1st', 'new', 'a-b', 'a_b', 'messages']
    const source = recordFixture(
      ids.map((instance) => ({ ...recorded, instance })),
      [],
    )
    expect(Object.keys(run(source)).sort()).toEqual([
      'a_b',
      'a_b_3',
      'home_1st',
      'home_messages',
      'home_new',
      'messages',
    ])
  })

  it('is a valid module for all messages of a plug-in', () => {
    const payload = { text: '\'"`${x}*/ \u2028</script>', [`it's "`]: [null, -1.5, { 'a-b': {} }] }
    const { messages } = run(recordFixture([recorded], [{ ...hello, payload }]))
    expect(messages).toEqual([expect.objectContaining({ payload })])
  })
})

/** What the module exports; a fixture is what was passed to `defineHostFixture`. */
function run(source: string): Record<string, unknown> {
  const names = [...source.matchAll(/^export const (\w+)/gm)].map(([, name]) => name)
  const body = source.replaceAll(/^import .*$/gm, '').replaceAll(/^export /gm, '')
  return evaluate(
    `((defineHostFixture) => { ${body}\nreturn { ${names.join(', ')} } })((options) => options)`,
  ) as Record<string, unknown>
}

function evaluate(source: string): unknown {
  // eslint-disable-next-line no-eval -- the test runs what the recording wrote
  return (0, eval)(source) as unknown
}
