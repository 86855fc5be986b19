/** A version of the manifest format that the kit knows. 2.1.0 and 2.2.0 are inferred, not documented. */
export type ManifestVersion = (typeof MANIFEST_VERSIONS)[number]

/** All versions of the manifest format that the kit knows, in their order. */
export const MANIFEST_VERSIONS = ['2.0.0', '2.1.0', '2.2.0', '2.3.0', '2.4.0', '2.5.0'] as const

/** What Haiilo Home has to know of a plug-in: the file that an administrator installs. */
export interface Manifest {
  /** Editors read it; it is left out of what is published. */
  readonly $schema?: string
  /** The version of the format, not of the plug-in. */
  readonly manifestVersion: ManifestVersion
  /** Semantic version of the plug-in. Raise it with each change of the manifest. */
  readonly pluginVersion: string
  /** The oldest Haiilo Home that the plug-in works with, a semantic version. */
  readonly coyoVersion?: string
  /** Short, in each language. */
  readonly name: TranslationMap
  readonly description: TranslationMap
  /** An address, absolute or relative to the manifest. */
  readonly thumbnail?: string
  /** What the plug-in wants to know of the person, beside the id that it is always told. */
  readonly context?: readonly ContextName[]
  /** Global configuration, edited in the administration. It reaches every viewer's browser. */
  readonly config?: readonly ConfigField[]
  readonly lifecycle?: Lifecycle
  /** Since 2.5.0. */
  readonly apiAccess?: ApiAccess
  /** Inferred: further origins that the host may post to, for plug-ins behind a middleware. */
  readonly origin?: string | readonly string[]
  /** The views of the plug-in; at least one. */
  readonly entryPoints: readonly EntryPoint[]
}

/** One text in each language, by its two-letter code. */
export interface TranslationMap {
  readonly en?: string
  readonly de?: string
  readonly [language: string]: string | undefined
}

/** The names that are known, and any other one: the host's list is not public. */
export type ContextName = 'userId' | 'userName' | 'userEmail' | 'userLanguage' | (string & Record<never, never>)

/** A view of the plug-in. */
export interface EntryPoint {
  /** A UUID, unique in the manifest. Never change it: instances refer to it. */
  readonly id: string
  /** The page, absolute or relative to the manifest. The host adds `?src=`. */
  readonly url: string
  readonly name: TranslationMap
  readonly description: TranslationMap
  /** Configuration of an instance; the host draws the form. Excludes `configUrl`. */
  readonly config?: readonly ConfigField[]
  /** A settings page of the plug-in's own. Since 2.3.0; excludes `config`. */
  readonly configUrl?: string
  /** CSS pixels, or a ratio of width to height. Default: `16:9`. */
  readonly height?: number | `${number}:${number}`
  /** `fullscreen` since 2.4.0. */
  readonly permissionsPolicy?: readonly ('camera' | 'geolocation' | 'fullscreen')[]
  /** Inferred: see {@link Manifest.origin}. */
  readonly origin?: string | readonly string[]
}

/** Webhooks of the plug-in's back end. */
export interface Lifecycle {
  /** The name of the event is appended, so it ends with a slash. */
  readonly url: string
  readonly events: readonly ('install' | 'uninstall' | 'instance_add' | 'instance_remove')[]
}

/** Asks for access to the host's API. */
export interface ApiAccess {
  /** `access_token` is appended, so it ends with a slash. */
  readonly url: string
  readonly client: {
    readonly mode: readonly 'authorization_code'[]
    readonly scope: readonly 'plugin:notify'[]
  }
}

/** A value that one field of a configuration can have. */
export type ConfigValue = boolean | number | string

/**
 * The types of fields that the kit knows. The first four are documented; `checkbox` and `textarea` are inferred, as the vendor's names for
 * a yes-or-no and for a long text are not public.
 */
export type KnownFieldType = 'text' | 'number' | 'radio' | 'select' | 'checkbox' | 'textarea'

/** The type of a field. Any other name is taken as it is; `defineManifest` takes it from `uncheckedField` only. */
export type ConfigFieldType = KnownFieldType | (string & Record<never, never>)

/** One field of the form that the host draws. */
export interface ConfigField {
  /** Under this name the value arrives, as the claim `cfg.<key>`. */
  readonly key: string
  readonly type: ConfigFieldType
  readonly label?: TranslationMap
  readonly placeholder?: TranslationMap
  readonly description?: TranslationMap
  /** For `radio` and `select`. */
  readonly options?: readonly ConfigOption[]
  readonly default?: ConfigValue
  readonly required?: boolean
  /** In UTF-16 code units; for texts. */
  readonly minLength?: number
  /** In UTF-16 code units; for texts. */
  readonly maxLength?: number
  /** A regular expression for the whole text: anchor it with `^` and `$`. */
  readonly pattern?: string
  /** Inferred; for numbers. */
  readonly min?: number
  /** Inferred; for numbers. */
  readonly max?: number
}

/** One choice of a `radio` or `select` field. */
export interface ConfigOption {
  readonly value: ConfigValue
  readonly label: TranslationMap
  readonly description?: TranslationMap
}
