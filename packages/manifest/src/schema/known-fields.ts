// Generated from schema.json by scripts/generate/manifest-schema.mjs. Do not edit.

/** The fields of each part of a manifest. */
export const knownFields = {
  manifest: [
    '$schema',
    'manifestVersion',
    'pluginVersion',
    'coyoVersion',
    'name',
    'description',
    'thumbnail',
    'context',
    'config',
    'lifecycle',
    'apiAccess',
    'origin',
    'entryPoints',
  ],
  lifecycle: ['url', 'events'],
  apiAccess: ['url', 'client'],
  client: ['mode', 'scope'],
  entryPoint: ['id', 'url', 'name', 'description', 'config', 'configUrl', 'height', 'permissionsPolicy', 'origin'],
  field: [
    'key',
    'type',
    'label',
    'placeholder',
    'description',
    'options',
    'default',
    'required',
    'minLength',
    'maxLength',
    'pattern',
    'min',
    'max',
  ],
  option: ['value', 'label', 'description'],
} as const

/** The version of the format that added a field, for fields that were added later. */
export const fieldsSince = {
  'manifest.apiAccess': '2.5.0',
  'entryPoint.configUrl': '2.3.0',
  'entryPoint.permissionsPolicy': '2.3.0',
} as const
