import type { Severity } from '@haiilo-kit/manifest'

/** A check of the catalogue. */
export interface DeploymentCheck {
  readonly severity: Severity
  /** What the check reports, in one sentence. */
  readonly summary: string
  /** Whether the check runs only with `--browser`. */
  readonly inBrowser?: true
}

/** All checks of a deployed plug-in by id. Ids are public and permanent. Each check has a page in `docs/checks/`. */
export const deploymentChecks = {
  // pages
  'page-unavailable': { severity: 'error', summary: 'A page of the plug-in cannot be loaded.' },
  'page-not-html': { severity: 'error', summary: 'A page of the plug-in is not sent as HTML.' },
  'frame-refused': { severity: 'error', summary: 'The headers of a page forbid the host to show it in a frame.' },
  'src-lost': { severity: 'error', summary: 'A redirect of a page loses the query parameter `src`.' },
  'mixed-content': { severity: 'error', summary: 'An https page loads something over http.' },
  'title-missing': { severity: 'warning', summary: 'A page has no title.' },
  'language-missing': { severity: 'warning', summary: 'A page does not declare its language.' },

  // scripts, styles and fonts
  'asset-unavailable': { severity: 'error', summary: 'A script or stylesheet of a page cannot be loaded.' },
  'asset-wrong-type': { severity: 'error', summary: 'A script or stylesheet is sent with the wrong content type.' },
  'cors-missing': {
    severity: 'error',
    summary: 'A script or stylesheet that requires CORS is sent without CORS headers.',
  },
  'resource-policy': {
    severity: 'error',
    summary: 'A header forbids a page in a sandboxed frame to load its script or stylesheet.',
  },

  // network
  'cookie-set': {
    severity: 'warning',
    summary: 'A response sets a cookie, which does not arrive in the frame of another site.',
  },
  'page-cached': { severity: 'warning', summary: 'Browsers keep a page for so long that users miss updates.' },
  'asset-cached': {
    severity: 'warning',
    summary: 'Browsers keep a script or stylesheet for long, but its name has no hash.',
  },
  'asset-not-cached': { severity: 'note', summary: 'A file with a hash in its name is not cached for long.' },
  'not-compressed': { severity: 'warning', summary: 'A page, script or stylesheet is sent without compression.' },
  'page-heavy': { severity: 'warning', summary: 'A page transfers too many bytes before it is complete.' },

  // the rest of the manifest
  'thumbnail-unavailable': { severity: 'warning', summary: 'The thumbnail cannot be loaded, or is not an image.' },
  'lifecycle-not-checked': {
    severity: 'note',
    summary: 'The webhook was not called, because a call can have effects.',
  },
  'lifecycle-forged-token': { severity: 'error', summary: 'The webhook accepts a token that the host did not sign.' },
  'lifecycle-status': { severity: 'warning', summary: 'The webhook does not refuse an invalid token with status 400.' },

  // in a browser
  'handshake-missing': {
    severity: 'error',
    summary: 'A page of the plug-in does not connect to the host.',
    inBrowser: true,
  },
  'handshake-refused': {
    severity: 'error',
    summary: 'A page of the plug-in refuses the token of the simulated tenant.',
    inBrowser: true,
  },
  'height-missing': {
    severity: 'warning',
    summary: 'A page sends no height, and the manifest has none.',
    inBrowser: true,
  },
  'script-error': {
    severity: 'warning',
    summary: 'A page writes errors to the console of the browser.',
    inBrowser: true,
  },
  'request-failed': { severity: 'warning', summary: 'A request of a page fails in the browser.', inBrowser: true },
  'accessibility-rule': { severity: 'warning', summary: 'A page breaks rules for accessibility.', inBrowser: true },

  // list of findings
  'limit-reached': { severity: 'warning', summary: 'The check stopped at one of its limits and is not complete.' },
} as const

/** The id of a check. */
export type CheckId = keyof typeof deploymentChecks
