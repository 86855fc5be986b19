import type { JWK } from 'jose'

declare global {
  /** Public key of the tenant, built into every page. */
  const KEY: JWK
  /** Origin of the host page, which is the tenant. */
  const ISSUER: string

  /** Ends the measuring of a start: the claims of the host's answer are verified. */
  function finish(claims: object): void
}
