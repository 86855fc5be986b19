import type { DeploymentFinding } from './deployment-finding.js'
import type { Requests } from './requests.js'

/** What all checks of one run share. */
export interface CheckContext {
  readonly requests: Requests
  /** The URL of a tenant that shows the plug-in, if it is known. */
  readonly tenant: URL | undefined
  /** The results for files that several pages can share, by their URL and the way in which they are requested. */
  readonly assets: Map<string, Promise<CheckedAsset>>
}

/** The result for a file of a page. */
export interface CheckedAsset {
  readonly findings: Findings
  /** Bytes of the body, before it is decompressed. */
  readonly transferred: number
}

/** The findings of one check, in the order in which they are shown. */
export type Findings = readonly DeploymentFinding[]
