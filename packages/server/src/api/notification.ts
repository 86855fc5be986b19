type Either<One, Other> =
  (One & { readonly [Name in keyof Other]?: never }) | (Other & { readonly [Name in keyof One]?: never })

/** Texts by language, in lower case: `{ en: 'Lunch is ready', de: 'Das Essen ist fertig' }`. */
export type Translations = Readonly<Record<Lowercase<string>, string>>

/** Exactly one recipient. */
export type Recipient = Either<{ readonly recipientId: string }, { readonly recipientEmail: string }>

/** Exactly one text, in one or in several languages. */
export type Message = Either<{ readonly message: string }, { readonly messages: Translations }>

/** At most one further text. */
export type Excerpt = Either<{ readonly excerpt?: string }, { readonly excerpts?: Translations }>

/** A notification for one user of the tenant. */
export type Notification = Recipient &
  Message &
  Excerpt & {
    /** The instance of the plug-in that the notification leads to. */
    readonly instanceId: string
    /** Default: `ACTIVITY`. */
    readonly category?: string
  }

/**
 * Checks what the types cannot guarantee for callers without types, and returns the body of the HTTP request.
 *
 * @throws {TypeError} The message does not contain the values.
 */
export function notificationBody(notification: Notification): object {
  const { recipientId, recipientEmail, message, messages, excerpt, excerpts, category = 'ACTIVITY' } = notification
  if (count(recipientId, recipientEmail) !== 1)
    throw new TypeError('notify: set exactly one of recipientId and recipientEmail.')
  if (count(message, messages) !== 1) throw new TypeError('notify: set exactly one of message and messages.')
  if (count(excerpt, excerpts) > 1) throw new TypeError('notify: set at most one of excerpt and excerpts.')
  for (const texts of [messages, excerpts]) {
    if (texts && Object.keys(texts).some((language) => language !== language.toLowerCase()))
      throw new TypeError('notify: write languages in lower case, such as "en".')
  }
  return { recipientId, recipientEmail, message, messages, excerpt, excerpts, category }
}

function count(...values: readonly unknown[]): number {
  return values.filter((value) => value !== undefined).length
}
