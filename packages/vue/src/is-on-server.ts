import { inject, ssrContextKey } from 'vue'

/** Checks whether the current component or app is rendered on a server. Call it in a set-up. */
export function isOnServer(): boolean {
  return Boolean(inject(ssrContextKey, undefined))
}
