import type { Frame, Page } from '@playwright/test'

/** What to audit: a page, or one of its frames with the frames inside. */
export interface AuditScope {
  readonly page: Page
  /** A selector of the frame, or `undefined` for the whole page. */
  readonly frame: string | undefined
}

/** A page that is ready to be audited: all its frames have been waited for. */
export interface AuditedPage {
  readonly page: Page
  /** The frames to check. */
  readonly frames: readonly Frame[]
  /** The frames that cannot be checked. */
  readonly missed: ReadonlySet<Frame>
}
