/** A version of the manifest format that the kit knows. 2.1.0 and 2.2.0 are inferred, not documented. */
export type ManifestVersion = (typeof MANIFEST_VERSIONS)[number]

/** All versions of the manifest format that the kit knows, in ascending order. */
export const MANIFEST_VERSIONS = ['2.0.0', '2.1.0', '2.2.0', '2.3.0', '2.4.0', '2.5.0'] as const

/** The manifest of a plug-in: the file that an administrator installs in Haiilo Home. */
export interface Manifest {
  /** For editors. Not part of the published manifest. */
  readonly $schema?: string
  /** The version of the format, not of the plug-in. */
  readonly manifestVersion: ManifestVersion
  /** The semantic version of the plug-in. Increase it with each change of the manifest. */
  readonly pluginVersion: string
  /** The oldest version of Haiilo Home that the plug-in supports, a semantic version. */
  readonly coyoVersion?: string
  /** A short name in each language. */
  readonly name: TranslationMap
  readonly description: TranslationMap
  /** An address, absolute or relative to the manifest. */
  readonly thumbnail?: string
  /** The properties of the person that the plug-in requests. It receives the id of the person without a request. */
  readonly context?: readonly ContextName[]
  /** Global configuration, edited in the administration. The browser of every viewer receives it. */
  readonly config?: readonly ConfigField[]
  readonly lifecycle?: Lifecycle
  /** Since 2.5.0. */
  readonly apiAccess?: ApiAccess
  /** Inferred: further origins that the host may send messages to, for plug-ins behind a middleware. */
  readonly origin?: string | readonly string[]
  /** The views of the plug-in, at least one. */
  readonly entryPoints: readonly EntryPoint[]
}

/** A text for each language, by its two-letter code. */
export interface TranslationMap {
  readonly en?: string
  readonly de?: string
  readonly [language: string]: string | undefined
}

/** The known names, or any other one: the host's list is not public. */
export type ContextName = 'userId' | 'userName' | 'userEmail' | 'userLanguage' | (string & Record<never, never>)

/** A view of the plug-in. */
export interface EntryPoint {
  /** A UUID, unique in the manifest. Never change it: instances refer to it. */
  readonly id: string
  /** The page, absolute or relative to the manifest. The host adds `?src=`. */
  readonly url: string
  readonly name: TranslationMap
  readonly description: TranslationMap
  /** Configuration of an instance, which the host shows as a form. Excludes `configUrl`. */
  readonly config?: readonly ConfigField[]
  /** The plug-in's own settings page. Since 2.3.0. Excludes `config`. */
  readonly configUrl?: string
  /** CSS pixels, or a ratio of width to height. Default: `16:9`. */
  readonly height?: number | `${number}:${number}`
  /** `fullscreen` since 2.4.0. */
  readonly permissionsPolicy?: readonly ('camera' | 'geolocation' | 'fullscreen')[]
  /** Inferred: see {@link Manifest.origin}. */
  readonly origin?: string | readonly string[]
}

/** The webhooks of the plug-in's back end. */
export interface Lifecycle {
  /** The host appends the name of the event, so the address ends with a slash. */
  readonly url: string
  readonly events: readonly ('install' | 'uninstall' | 'instance_add' | 'instance_remove')[]
}

/** Requests access to the host's API. */
export interface ApiAccess {
  /** The host appends `access_token`, so the address ends with a slash. */
  readonly url: string
  readonly client: {
    readonly mode: readonly 'authorization_code'[]
    readonly scope: readonly 'plugin:notify'[]
  }
}

/** The value of a configuration field. */
export type ConfigValue = boolean | number | string

/**
 * The types of fields that the kit knows. The first four are documented. `checkbox` and `textarea` are inferred: the vendor's names for
 * booleans and long texts are not public.
 */
export type KnownFieldType = 'text' | 'number' | 'radio' | 'select' | 'checkbox' | 'textarea'

/** The type of a field: a known one or any other name. `defineManifest` accepts other names only from `uncheckedField`. */
export type ConfigFieldType = KnownFieldType | (string & Record<never, never>)

/** A configuration field. */
export interface ConfigField {
  /** The name of the value, which arrives as the claim `cfg.<key>`. */
  readonly key: string
  readonly type: ConfigFieldType
  readonly label?: TranslationMap
  readonly placeholder?: TranslationMap
  readonly description?: TranslationMap
  /** For `radio` and `select`. */
  readonly options?: readonly ConfigOption[]
  readonly default?: ConfigValue
  readonly required?: boolean
  /** In UTF-16 code units, for texts. */
  readonly minLength?: number
  /** In UTF-16 code units, for texts. */
  readonly maxLength?: number
  /** A regular expression for the whole text. Anchor it with `^` and `$`. */
  readonly pattern?: string
  /** Inferred. For numbers. */
  readonly min?: number
  /** Inferred. For numbers. */
  readonly max?: number
}

/** One choice of a `radio` or `select` field. */
export interface ConfigOption {
  readonly value: ConfigValue
  readonly label: TranslationMap
  readonly description?: TranslationMap
}
