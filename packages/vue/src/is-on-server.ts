import { inject, ssrContextKey } from 'vue'

/** Whether a server renders the component or app that is being set up. */
export function isOnServer(): boolean {
  return Boolean(inject(ssrContextKey, undefined))
}
