import { readdirSync, readFileSync } from 'node:fs'
import { createTokenFactory } from '@haiilo-kit/test-kit'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  createHaiiloHost,
  memoryTransport,
  onSave,
  type HaiiloHost,
  type MemoryHostEnd,
  type PluginView,
  type SaveAnswer,
} from '../src/index.js'
import edit from '../src/protocol/fixtures/edit.json' with { type: 'json' }
import initRequestConfigView from '../src/protocol/fixtures/init-request-config-view.json' with { type: 'json' }
import initRequest from '../src/protocol/fixtures/init-request.json' with { type: 'json' }
import initResponseBare from '../src/protocol/fixtures/init-response-bare.json' with { type: 'json' }
import initResponseConfigView from '../src/protocol/fixtures/init-response-config-view.json' with { type: 'json' }
import initResponseEditing from '../src/protocol/fixtures/init-response-editing.json' with { type: 'json' }
import initResponse from '../src/protocol/fixtures/init-response.json' with { type: 'json' }
import lifecycleInstall from '../src/protocol/fixtures/lifecycle-install.json' with { type: 'json' }
import lifecycleInstanceAdd from '../src/protocol/fixtures/lifecycle-instance-add.json' with { type: 'json' }
import saveWithoutNonce from '../src/protocol/fixtures/save-without-nonce.json' with { type: 'json' }
import save from '../src/protocol/fixtures/save.json' with { type: 'json' }
import setConfigFalse from '../src/protocol/fixtures/set-config-false.json' with { type: 'json' }
import setConfigTrue from '../src/protocol/fixtures/set-config-true.json' with { type: 'json' }
import setConfigValues from '../src/protocol/fixtures/set-config-values.json' with { type: 'json' }
import setHeight from '../src/protocol/fixtures/set-height.json' with { type: 'json' }
import { verifyToken } from '../src/token/index.js'
import { codeOf } from './code-of.js'

type Posted = Readonly<Record<string, unknown>>

interface SignedMessage {
  readonly header: object
  readonly claims: object
}

const ISSUER = 'https://acme.coyocloud.com'
const SOURCE = initRequest.message.iss
const clock = (): number => initResponse.claims.iat * 1000
const { signText, trust } = await createTokenFactory({ issuer: ISSUER, clock })

/** A recorded message of a host, signed, with the nonce of the request. */
function replay({ header, claims }: SignedMessage, nonce?: unknown): Promise<string> {
  const answered = nonce === undefined ? claims : { ...claims, jti: nonce }
  return signText(JSON.stringify(header), JSON.stringify(answered))
}

interface Load {
  readonly host: HaiiloHost
  readonly end: MemoryHostEnd
  /** The messages from the plug-in, in order. */
  readonly posted: Posted[]
  /** Resolves with the next message of a subject. */
  readonly next: (subject: string) => Promise<Posted>
}

/** A plug-in whose host responds to the handshake with this message. */
function load(response: SignedMessage, view: PluginView = 'plugin'): Load {
  const { plugin, host: end } = memoryTransport()
  const posted: Posted[] = []
  const waiting = new Map<unknown, (message: Posted) => void>()
  end.listen((data) => {
    const message = data as Posted // the messages of our own plug-in
    posted.push(message)
    waiting.get(message['sub'])?.(message)
    if (message['sub'] === 'init') {
      void replay(response, message['jti']).then((token) => {
        end.post(token, ISSUER)
      })
    }
  })
  const host = createHaiiloHost({ source: SOURCE, view, transport: plugin, trust, clock, onWarning: () => undefined })
  onTestFinished(host.close)
  const next = (subject: string): Promise<Posted> => new Promise((resolve) => waiting.set(subject, resolve))
  return { host, end, posted, next }
}

/** The message with its nonce replaced, which must be a string. */
function shapeOf(message: Posted): Posted {
  expect(message['jti']).toEqual(expect.any(String))
  return { ...message, jti: 'nonce' }
}

describe('the messages in protocol/fixtures', () => {
  it('are all replayed here, and have a description and a confidence mark', () => {
    const folder = new URL('../src/protocol/fixtures/', import.meta.url)
    const here = readFileSync(new URL(import.meta.url), 'utf8')
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
    expect(names).toHaveLength(15)
    for (const name of names) {
      expect(here).toContain(`fixtures/${name}'`)
      const fixture = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Record<string, unknown> // our own file
      expect(fixture['description']).toMatch(/\.$/)
      expect(fixture['certainty']).toMatch(/^[DCMI]$/)
      expect(fixture['direction']).toMatch(/^(host-to-plugin|plugin-to-host|webhook)$/)
    }
  })
})

describe('the handshake', () => {
  it.each([
    ['a plug-in view', 'plugin', initRequest, initResponse],
    ['a configuration view', 'config', initRequestConfigView, initResponseConfigView],
  ] as const)('is requested with the recorded message: %s', async (_name, view, request, response) => {
    const { host, posted } = load(response, view)
    await host.ready()
    expect(posted.map(shapeOf)).toEqual([shapeOf(request.message)])
  })

  it('with all claims is accepted', async () => {
    const { context, config, editing, issuer, claims } = await load(initResponse).host.ready()
    expect({ ...context }).toEqual({
      tenantId: initResponse.claims['ctx.tenantId'],
      userId: initResponse.claims['ctx.userId'],
      userName: 'Ada Lovelace',
      userEmail: 'ada@example.com',
      userLanguage: 'en',
    })
    expect({ ...config }).toEqual({ canteen: 'north', days: 5, showPrices: true, 'a.b': 'the key is a.b' })
    expect(editing).toBe(false)
    expect(issuer).toBe(ISSUER)
    expect({ ...claims, jti: 'nonce' }).toEqual({ ...initResponse.claims, jti: 'nonce' })
  })

  it('without optional groups of claims is accepted', async () => {
    const { context, config, editing } = await load(initResponseBare).host.ready()
    expect(Object.keys(context).toSorted()).toEqual(['tenantId', 'userId'])
    expect({ ...config }).toEqual({})
    expect(editing).toBe(false)
  })

  it('in edit mode, with a trailing slash in the issuer, is accepted', async () => {
    const { editing, issuer } = await load(initResponseEditing).host.ready()
    expect(editing).toBe(true)
    expect(issuer).toBe(ISSUER)
  })

  it('with nested values for a configuration view is accepted', async () => {
    const { config } = await load(initResponseConfigView, 'config').host.ready()
    expect(JSON.parse(JSON.stringify(config))).toEqual({ menu: initResponseConfigView.claims['cfg.menu'] })
  })
})

describe('after the handshake', () => {
  it('a height is sent as recorded', async () => {
    const { host, next } = load(initResponse)
    await host.ready()
    const sent = next('setHeight')
    host.setHeight(setHeight.message.height)
    expect(shapeOf(await sent)).toEqual(shapeOf(setHeight.message))
  })

  it('the edit mode of older hosts is applied', async () => {
    const { host, end } = load(initResponse)
    await host.ready()
    const changed = new Promise<void>((resolve) => host.subscribe(resolve))
    end.post(await replay(edit), ISSUER)
    await changed
    expect(host.getSnapshot()).toMatchObject({ status: 'ready', editing: true })
  })

  it.each([
    ['values to store', setConfigValues],
    ['true, nothing to store', setConfigTrue],
    ['false, do not save', setConfigFalse],
  ])('a save gets the recorded response: %s', async (_name, { message }) => {
    const { host, end, next } = load(initResponseConfigView, 'config')
    const answer: SaveAnswer = message.data
    onSave(host, () => answer)
    await host.ready()
    const sent = next('setConfig')
    end.post(await replay(save), ISSUER)
    expect(await sent).toEqual(message)
  })

  it('the response to a save without a nonce has a new nonce', async () => {
    const { host, end, next } = load(initResponseConfigView, 'config')
    onSave(host, () => setConfigValues.message.data)
    await host.ready()
    const sent = next('setConfig')
    end.post(await replay(saveWithoutNonce), ISSUER)
    expect(shapeOf(await sent)).toEqual(shapeOf(setConfigValues.message))
  })
})

describe('a back end', () => {
  it('accepts the token of a handshake', async () => {
    const { context } = await verifyToken(await replay(initResponse), { trust, clock })
    expect(context.userId).toBe(initResponse.claims['ctx.userId'])
  })

  it.each([
    ['install', lifecycleInstall],
    ['instance_add', lifecycleInstanceAdd],
  ])('refuses the token of a webhook: %s', async (subject, message) => {
    const token = await replay(message)
    expect(await codeOf(verifyToken(token, { trust, clock }))).toBe('ERR_TOKEN_SUBJECT')
    expect(await codeOf(verifyToken(token, { trust, clock, subject }))).toBe('ERR_TOKEN_CONTEXT')
  })

  it('refuses the token of a save', async () => {
    expect(await codeOf(verifyToken(await replay(save), { trust, clock }))).toBe('ERR_TOKEN_SUBJECT')
  })
})
