import type { JWK } from 'jose'

declare global {
  /** The public key of the tenant, built into each page. */
  const KEY: JWK
  /** The origin of the host page, which is also the tenant. */
  const ISSUER: string

  /** Ends the measurement of a start. To be called with the verified claims of the host's answer. */
  function finish(claims: object): void
}
