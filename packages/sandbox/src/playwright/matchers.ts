import { expect as base, type Expect, type ExpectMatcherState, type MatcherReturnType } from '@playwright/test'
import type { Home, HomeMessage } from './home.js'

interface MatcherOptions {
  /** In milliseconds. Default: the one of `expect`. */
  readonly timeout?: number
}

/** Parts of a message. Nested values are parts, too. */
type MessageParts = { readonly [Name in keyof HomeMessage]?: unknown }

type Matcher<Args extends unknown[]> = (
  this: ExpectMatcherState,
  home: Home,
  ...args: [...Args, options?: MatcherOptions]
) => Promise<MatcherReturnType>

/** The matchers for the simulated Home. A type, because Playwright accepts no interface here. */
export type HomeMatchers = {
  /** Passes if the frame of the plug-in is this high, in CSS pixels. */
  toHaveHeight: Matcher<[expected: number]>
  /** Passes if the plug-in has sent its height, and its content does not scroll in the frame. */
  toFitContent: Matcher<[]>
  /** Passes if there is a message with these values. Nested values can be parts. */
  toHaveMessage: Matcher<[expected: MessageParts]>
}

const matchers: HomeMatchers = {
  async toHaveHeight(home, expected, options) {
    return poll(this, options, {
      name: 'toHaveHeight',
      expected: `a frame that is ${expected} CSS pixels high`,
      look: async () => {
        const height = await home.height()
        return { pass: height === expected, actual: `${height} CSS pixels` }
      },
    })
  },

  async toFitContent(home, options) {
    return poll(this, options, {
      name: 'toFitContent',
      expected: 'a plug-in that has sent its height and does not scroll',
      look: async () => {
        const hasHeight = (await home.messages()).some(
          ({ subject, view, verdict }) => subject === 'setHeight' && view === 'plugin' && verdict === 'accepted',
        )
        if (!hasHeight) return { pass: false, actual: 'it has not sent a height' }
        const overflow = await home.frame
          .contentFrame()
          .locator('html')
          .evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight, undefined, {
            timeout: LOOK_TIMEOUT,
          })
        return { pass: overflow <= 0, actual: `its content is ${overflow} CSS pixels higher than the frame` }
      },
    })
  },

  async toHaveMessage(home, expected, options) {
    return poll(this, options, {
      name: 'toHaveMessage',
      expected: `a message with ${JSON.stringify(expected)}`,
      look: async () => {
        const messages = await home.messages()
        return { pass: messages.some((message) => includes(message, expected)), actual: listed(messages) }
      },
    })
  },
}

/** The `expect` of Playwright, with matchers for the simulated Home. */
export const expect: Expect<HomeMatchers> = base.extend(matchers)

interface Check {
  readonly name: string
  readonly expected: string
  readonly look: () => Promise<{ readonly pass: boolean; readonly actual: string }>
}

/** Looks again until the check has the wanted result, or until the timeout. */
async function poll(
  { isNot, timeout: general }: ExpectMatcherState,
  options: MatcherOptions | undefined,
  { name, expected, look }: Check,
): Promise<MatcherReturnType> {
  let actual = 'nothing could be read'
  let pass = isNot
  let looking: ReturnType<Check['look']> | undefined
  try {
    await base
      .poll(
        async () => {
          looking = look()
          const seen = await looking
          ;({ pass, actual } = seen)
          return pass
        },
        { timeout: options?.timeout ?? general },
      )
      .toBe(!isNot)
  } catch (error) {
    // a request that is still running would fail when the test closes its page
    await looking?.catch(() => undefined)
    if (pass !== isNot) throw error
  }
  return {
    name,
    pass,
    expected,
    actual,
    message: () =>
      `expect(home).${isNot ? 'not.' : ''}${name}()\n\nExpected${isNot ? ' not' : ''}: ${expected}\nReceived: ${actual}`,
  }
}

/** Whether a value contains all members of the other one. */
function includes(actual: unknown, expected: unknown): boolean {
  if (typeof expected !== 'object' || expected === null) return Object.is(actual, expected)
  if (typeof actual !== 'object' || actual === null) return false
  return Object.entries(expected).every(([name, value]) => includes(Reflect.get(actual, name), value))
}

/** The last messages in one line each. Tokens and payloads are left out. */
function listed(messages: readonly HomeMessage[]): string {
  if (messages.length === 0) return 'no messages'
  const lines = messages
    .slice(-MAX_LINES)
    .map(({ direction, view, subject, verdict, reason }) =>
      [direction, view, subject, verdict, reason].filter((part) => part !== undefined).join(' '),
    )
  return `${messages.length} messages. The last ones are:\n  ${lines.join('\n  ')}`
}

const MAX_LINES = 20

/** Milliseconds. A frame without a document has nothing to look at. */
const LOOK_TIMEOUT = 5_000
