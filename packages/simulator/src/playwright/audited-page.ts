import type { Frame, Page } from '@playwright/test'

/** A page whose frames have been waited for. */
export interface AuditedPage {
  readonly page: Page
  /** The frames that count and can be looked at. */
  readonly frames: readonly Frame[]
  /** The frames that count and cannot be looked at. */
  readonly missed: ReadonlySet<Frame>
}
