import type { HomeMessage, TenantHome } from '@haiilo-kit/sandbox/playwright'
import type { Locator, Page } from '@playwright/test'

/** A page of the plug-in in a frame of the simulated tenant. */
export interface OpenView {
  readonly kind: HomeMessage['view']
  /** A selector of its frame. */
  readonly frame: string
}

/** The frame of an entry point, and the one of its configuration view. */
export const WIDGET: OpenView = { kind: 'plugin', frame: '.widget iframe' }
export const SETTINGS: OpenView = { kind: 'config', frame: 'haiilo-dialog iframe' }

/** How far a page came with its handshake. */
export type Handshake =
  /** The page sent no message that the host accepts. */
  | { readonly kind: 'missing'; readonly reason: string | undefined }
  /** The page shows an error code, or did not even request the key of the host. */
  | { readonly kind: 'refused'; readonly code: string | undefined }
  | { readonly kind: 'done'; readonly hasHeight: boolean }

/** Waits until the handshake of a view is done, or at most this long, in milliseconds. */
export async function awaitHandshake(
  page: Page,
  home: TenantHome,
  { view, timeout, needsHeight }: { readonly view: OpenView; readonly timeout: number; readonly needsHeight: boolean },
): Promise<Handshake> {
  const end = Date.now() + timeout
  for (;;) {
    const handshake = await readHandshake(page, home, view)
    const isOver = Date.now() > end
    if (isOver) return handshake
    if (handshake.kind === 'done' && (handshake.hasHeight || !needsHeight)) return handshake
    if (handshake.kind === 'refused' && handshake.code !== undefined) return handshake
    await page.waitForTimeout(PAUSE)
  }
}

/** Milliseconds between two looks at the page. */
const PAUSE = 100

async function readHandshake(page: Page, home: TenantHome, { kind, frame }: OpenView): Promise<Handshake> {
  const messages = (await home.messages()).filter(({ view }) => view === kind)
  const answered = messages.findIndex(({ subject, verdict }) => subject === 'init' && verdict === 'sent')
  if (answered < 0) {
    const refused = messages.find(({ verdict }) => verdict === 'refused')
    return { kind: 'missing', reason: refused?.reason }
  }
  const code = await refusalCode(page.locator(frame))
  const later = messages.slice(answered + 1).filter(isAccepted)
  if (code !== undefined || (later.length === 0 && !home.isKeyRequested())) return { kind: 'refused', code }
  return { kind: 'done', hasHeight: later.some(({ subject }) => subject === 'setHeight') }
}

function isAccepted({ direction, verdict, subject }: HomeMessage): boolean {
  return direction === 'plugin-to-host' && verdict === 'accepted' && subject !== 'init'
}

/** The code of an error about the token that the page shows. */
async function refusalCode(frame: Locator): Promise<string | undefined> {
  const found = frame.contentFrame().getByText(CODE).first()
  const text = (await found.count()) > 0 ? await found.textContent({ timeout: 1000 }).catch(() => '') : ''
  return CODE.exec(text ?? '')?.[0]
}

const CODE = /ERR_(?:TOKEN|KEYS?)_[A-Z_]+/
