/** A `fetch` that adds the token of the user, such as `haiiloFetch`. */
type SendToken = (url: string) => Promise<Response>

/** Asks the back end who the user is, and returns a sentence about the answer. It never rejects. */
export async function whoAmI(send: SendToken): Promise<string> {
  try {
    const response = await send('/api/me')
    if (response.status === 401)
      return 'The back end does not know this tenant yet. In the sandbox, send “install” in the tab “Back end”. In Haiilo Home, install the plug-in again.'
    if (!response.ok) return `The back end does not work: it answers ${String(response.status)}.`
    const { userId } = (await response.json()) as { readonly userId: string }
    return `The back end has verified you: ${userId}.`
  } catch {
    return 'The back end does not answer.'
  }
}
