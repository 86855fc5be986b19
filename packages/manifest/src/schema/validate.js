// Generated from schema.json by scripts/generate/manifest-schema.mjs. Do not edit.
var __getOwnPropNames = Object.getOwnPropertyNames
var __commonJS = (cb, mod) =>
  function __require() {
    try {
      return (mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports)
    } catch (e) {
      throw ((mod = 0), e)
    }
  }

// node_modules/.pnpm/ajv@8.20.0/node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = __commonJS({
  'node_modules/.pnpm/ajv@8.20.0/node_modules/ajv/dist/runtime/ucs2length.js'(exports) {
    'use strict'
    Object.defineProperty(exports, '__esModule', { value: true })
    function ucs2length(str) {
      const len = str.length
      let length = 0
      let pos = 0
      let value
      while (pos < len) {
        length++
        value = str.charCodeAt(pos++)
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos)
          if ((value & 64512) === 56320) pos++
        }
      }
      return length
    }
    exports.default = ucs2length
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default'
  },
})

// <stdin>
var validate = validate20
var stdin_default = validate20
var schema31 = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:haiilo-kit:manifest',
  title: 'Haiilo Home plug-in manifest, 2.0.0 to 2.5.0',
  $comment:
    "Best effort, not the vendor's schema: written from public facts. Labels in every $comment: DOCUMENTED = a vendor page or the vendor's OpenAPI says so; TUTORIAL = in the vendor's tutorial manifests; WILD = in a third-party manifest; INFERRED = our reading, may be wrong. `since` is the first version of the format that knows a field.",
  type: 'object',
  required: ['manifestVersion', 'pluginVersion', 'name', 'description', 'entryPoints'],
  properties: {
    $schema: {
      type: 'string',
      $comment:
        'INFERRED: editors use it; whether the host tolerates it is unknown. Safer to strip it before publishing.',
    },
    manifestVersion: {
      $ref: '#/$defs/semver',
      enum: ['2.0.0', '2.1.0', '2.2.0', '2.3.0', '2.4.0', '2.5.0'],
      $comment:
        'DOCUMENTED: semantic version of the schema to validate against; 2.3.0, 2.4.0, 2.5.0 named in the docs, 2.0.0 in the tutorial. INFERRED: that 2.1.0 and 2.2.0 exist. WILD: an author tried 2.3.1 and went back to 2.3.0. A host supports a list of versions shown in its install dialogue, so an old host may refuse 2.5.0.',
    },
    pluginVersion: {
      $ref: '#/$defs/semver',
      $comment:
        'DOCUMENTED: semantic version of the plug-in. WILD: authors raise it with each manifest change; whether an unchanged number blocks an update is unknown.',
    },
    coyoVersion: {
      $ref: '#/$defs/semver',
      $comment:
        'DOCUMENTED: least Haiilo Home version, e.g. 37.0.0. Optional is TUTORIAL (all 2.x tutorial manifests leave it out); the 0.7.0-era knowledge base called it necessary.',
    },
    name: {
      $ref: '#/$defs/translationMap',
      $comment: 'DOCUMENTED: translation map, should be short. Length limit unknown.',
    },
    description: { $ref: '#/$defs/translationMap', $comment: 'DOCUMENTED: translation map. Length limit unknown.' },
    thumbnail: {
      type: 'string',
      format: 'uri-reference',
      $comment: 'DOCUMENTED: absolute, or relative to the manifest. Optional is TUTORIAL. Size and file type unknown.',
    },
    context: {
      type: 'array',
      uniqueItems: true,
      items: {
        type: 'string',
        pattern: '^[a-z][A-Za-z0-9]*$',
        examples: ['userId', 'userName', 'userEmail', 'userLanguage'],
      },
      $comment:
        "DOCUMENTED: string[] of extra context properties. The four names are DOCUMENTED for the forerunner field `data` (0.7.0); userName is DOCUMENTED and userEmail WILD under `context`. INFERRED: the vendor's schema is an enum (docs send the reader there for the list); names beyond these four are unknown, so this schema does not close the list. A linter should warn on other names.",
    },
    config: {
      $ref: '#/$defs/configFields',
      $comment: 'DOCUMENTED: global configuration, edited in the administration.',
    },
    lifecycle: {
      type: 'object',
      required: ['url', 'events'],
      properties: {
        url: {
          type: 'string',
          format: 'uri-reference',
          $comment:
            "DOCUMENTED by example '/lifecycle/': base to which the event name is appended. The trailing slash is in every vendor example; behaviour without it is unknown.",
        },
        events: {
          type: 'array',
          minItems: 1,
          uniqueItems: true,
          items: { type: 'string', enum: ['install', 'uninstall', 'instance_add', 'instance_remove'] },
          $comment:
            'Names DOCUMENTED (lifecycle page and webhook OpenAPI 1.1.0). access_token is not one of them: it belongs to apiAccess. minItems and uniqueItems INFERRED.',
        },
      },
      $comment: 'DOCUMENTED. required INFERRED.',
    },
    apiAccess: {
      type: 'object',
      required: ['url', 'client'],
      properties: {
        url: {
          type: 'string',
          format: 'uri-reference',
          $comment:
            "DOCUMENTED: base URL, absolute or relative to the manifest; 'access_token' is appended ('/event/' gives /event/access_token).",
        },
        client: {
          type: 'object',
          required: ['mode', 'scope'],
          properties: {
            mode: {
              type: 'array',
              minItems: 1,
              uniqueItems: true,
              items: { type: 'string', enum: ['authorization_code'] },
              $comment: 'DOCUMENTED: the only mode so far.',
            },
            scope: {
              type: 'array',
              minItems: 1,
              uniqueItems: true,
              items: { type: 'string', enum: ['plugin:notify'] },
              $comment: 'DOCUMENTED: the only scope so far.',
            },
          },
        },
      },
      $comment:
        'DOCUMENTED since the 2.5.0 documentation (absent from the page that described 2.4.0). required INFERRED.',
      since: '2.5.0',
    },
    origin: {
      $ref: '#/$defs/origin',
      $comment:
        "DOCUMENTED that 'the origin field in the manifest' names alternative target origins (for plug-ins behind a middleware). INFERRED: its place (here or in the entry point) and its type.",
    },
    entryPoints: {
      type: 'array',
      minItems: 1,
      items: { $ref: '#/$defs/entryPoint' },
      $comment:
        'DOCUMENTED: list of entry points; with just one the host selects it by itself. minItems INFERRED. Unique ids cannot be expressed here: a linter must check them (WILD: an author had to change a doubled id).',
    },
  },
  $defs: {
    semver: {
      type: 'string',
      pattern: '^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(?:-[0-9A-Za-z.-]+)?(?:\\+[0-9A-Za-z.-]+)?$',
      $comment: 'DOCUMENTED: semantic version as a string. Pre-release and build parts INFERRED.',
    },
    translationMap: {
      type: 'object',
      minProperties: 1,
      propertyNames: {
        pattern: '^[a-z]{2}(?:[-_][A-Za-z]{2})?$',
        $comment: 'INFERRED: two-letter lower-case codes are the only ones seen (en, de); region parts are a guess.',
      },
      additionalProperties: { type: 'string' },
      $comment:
        "DOCUMENTED: object of language to text; WILD: a plain string was refused and replaced; WILD: 'en' alone, and empty strings, were used. Which language is the fallback is unknown.",
    },
    origin: {
      anyOf: [
        { type: 'string', format: 'uri' },
        { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string', format: 'uri' } },
      ],
      $comment: 'INFERRED throughout.',
    },
    entryPoint: {
      type: 'object',
      required: ['id', 'url', 'name', 'description'],
      properties: {
        id: {
          type: 'string',
          format: 'uuid',
          pattern: '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$',
          $comment:
            "TUTORIAL: a UUID. INFERRED that it must be one (WILD: an author replaced 'entrypoint-1' by a UUID in the next commit). Should never change, as instances refer to it (INFERRED).",
        },
        url: {
          type: 'string',
          format: 'uri-reference',
          $comment:
            'DOCUMENTED/TUTORIAL: resolved against the manifest URL; a leading slash means the root of the origin (WILD: breaks on GitHub Pages sub-paths). The host adds ?src=.',
        },
        name: { $ref: '#/$defs/translationMap' },
        description: {
          $ref: '#/$defs/translationMap',
          $comment: 'Required is INFERRED: every manifest known to be installed has it.',
        },
        config: { $ref: '#/$defs/configFields', $comment: 'DOCUMENTED: configuration per instance.' },
        configUrl: {
          type: 'string',
          format: 'uri-reference',
          $comment: 'DOCUMENTED: custom configuration view, since 2.3.0; excludes config in the same entry point.',
          since: '2.3.0',
        },
        height: {
          anyOf: [
            {
              type: 'integer',
              minimum: 1,
              $comment: 'DOCUMENTED: fixed height in pixels. WILD: 350, 35. Bounds INFERRED.',
            },
            {
              type: 'string',
              pattern: '^[1-9]\\d*:[1-9]\\d*$',
              $comment:
                "DOCUMENTED: an aspect ratio other than 16:9. WILD: '1:2', '2:1'. INFERRED: width:height order, digits only.",
            },
          ],
          $comment: "WILD: the string '1000' was given up by its author.",
        },
        permissionsPolicy: {
          type: 'array',
          uniqueItems: true,
          items: { type: 'string', enum: ['camera', 'geolocation', 'fullscreen'] },
          $comment:
            "DOCUMENTED: the path entryPoints/permissionsPolicy, the three names, and 'fullscreen' since 2.4.0. INFERRED: that it is a list of strings, and that the other two came in 2.3.0.",
          since: '2.3.0',
        },
        origin: { $ref: '#/$defs/origin' },
      },
      not: { required: ['config', 'configUrl'] },
    },
    configFields: {
      type: 'array',
      items: { $ref: '#/$defs/configField' },
      $comment:
        'DOCUMENTED: a list. Unique keys cannot be expressed here: a linter must check them, also between global and entry point lists, as both land in cfg.* (INFERRED).',
    },
    configField: {
      type: 'object',
      required: ['key', 'type'],
      properties: {
        key: {
          type: 'string',
          minLength: 1,
          $comment: 'DOCUMENTED: string. WILD: camelCase and hyphens. Avoid dots (the claim is cfg.<key>).',
        },
        type: {
          type: 'string',
          examples: ['text', 'number', 'radio', 'select'],
          $comment:
            'DOCUMENTED: radio, select. TUTORIAL/WILD: text, number. INFERRED: further types for booleans and long text exist, since options and defaults may be boolean; their names are unknown, so the list is left open and a linter should warn.',
        },
        label: { $ref: '#/$defs/translationMap' },
        placeholder: { $ref: '#/$defs/translationMap' },
        description: { $ref: '#/$defs/translationMap' },
        options: {
          type: 'array',
          minItems: 1,
          items: {
            type: 'object',
            required: ['value', 'label'],
            properties: {
              value: { type: ['boolean', 'number', 'string'] },
              label: { $ref: '#/$defs/translationMap' },
              description: { $ref: '#/$defs/translationMap' },
            },
            $comment: 'Members and value types DOCUMENTED; required INFERRED.',
          },
        },
        default: { type: ['boolean', 'number', 'string'], $comment: 'DOCUMENTED. No list values.' },
        required: { type: 'boolean' },
        minLength: { type: 'integer', minimum: 0, $comment: 'DOCUMENTED for textual fields; lower bound INFERRED.' },
        maxLength: { type: 'integer', minimum: 0, $comment: 'DOCUMENTED for textual fields; lower bound INFERRED.' },
        pattern: { type: 'string', format: 'regex', $comment: 'TUTORIAL (anchored with ^ and $).' },
        min: { type: 'number', $comment: 'INFERRED, unconfirmed.' },
        max: { type: 'number', $comment: 'INFERRED, unconfirmed.' },
      },
      allOf: [
        {
          if: { properties: { type: { enum: ['radio', 'select'] } }, required: ['type'] },
          then: { required: ['options'] },
          $comment: "INFERRED from the docs' remark that options belong to radio and select.",
        },
      ],
    },
  },
}
var pattern4 = new RegExp(
  '^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(?:-[0-9A-Za-z.-]+)?(?:\\+[0-9A-Za-z.-]+)?$',
  'u',
)
var pattern7 = new RegExp('^[a-z]{2}(?:[-_][A-Za-z]{2})?$', 'u')
var pattern9 = new RegExp('^[a-z][A-Za-z0-9]*$', 'u')
var schema38 = {
  type: 'object',
  required: ['key', 'type'],
  properties: {
    key: {
      type: 'string',
      minLength: 1,
      $comment: 'DOCUMENTED: string. WILD: camelCase and hyphens. Avoid dots (the claim is cfg.<key>).',
    },
    type: {
      type: 'string',
      examples: ['text', 'number', 'radio', 'select'],
      $comment:
        'DOCUMENTED: radio, select. TUTORIAL/WILD: text, number. INFERRED: further types for booleans and long text exist, since options and defaults may be boolean; their names are unknown, so the list is left open and a linter should warn.',
    },
    label: { $ref: '#/$defs/translationMap' },
    placeholder: { $ref: '#/$defs/translationMap' },
    description: { $ref: '#/$defs/translationMap' },
    options: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['value', 'label'],
        properties: {
          value: { type: ['boolean', 'number', 'string'] },
          label: { $ref: '#/$defs/translationMap' },
          description: { $ref: '#/$defs/translationMap' },
        },
        $comment: 'Members and value types DOCUMENTED; required INFERRED.',
      },
    },
    default: { type: ['boolean', 'number', 'string'], $comment: 'DOCUMENTED. No list values.' },
    required: { type: 'boolean' },
    minLength: { type: 'integer', minimum: 0, $comment: 'DOCUMENTED for textual fields; lower bound INFERRED.' },
    maxLength: { type: 'integer', minimum: 0, $comment: 'DOCUMENTED for textual fields; lower bound INFERRED.' },
    pattern: { type: 'string', format: 'regex', $comment: 'TUTORIAL (anchored with ^ and $).' },
    min: { type: 'number', $comment: 'INFERRED, unconfirmed.' },
    max: { type: 'number', $comment: 'INFERRED, unconfirmed.' },
  },
  allOf: [
    {
      if: { properties: { type: { enum: ['radio', 'select'] } }, required: ['type'] },
      then: { required: ['options'] },
      $comment: "INFERRED from the docs' remark that options belong to radio and select.",
    },
  ],
}
var func1 = require_ucs2length().default
function validate22(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null
  let errors = 0
  const evaluated0 = validate22.evaluated
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0
  }
  const _errs3 = errors
  let valid1 = true
  const _errs4 = errors
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    let missing0
    if (data.type === void 0 && (missing0 = 'type')) {
      const err0 = {}
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    } else {
      if (data.type !== void 0) {
        let data0 = data.type
        if (!(data0 === 'radio' || data0 === 'select')) {
          const err1 = {}
          if (vErrors === null) {
            vErrors = [err1]
          } else {
            vErrors.push(err1)
          }
          errors++
        }
      }
    }
  }
  var _valid0 = _errs4 === errors
  errors = _errs3
  if (vErrors !== null) {
    if (_errs3) {
      vErrors.length = _errs3
    } else {
      vErrors = null
    }
  }
  if (_valid0) {
    const _errs6 = errors
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (data.options === void 0) {
        const err2 = {
          instancePath,
          schemaPath: '#/allOf/0/then/required',
          keyword: 'required',
          params: { missingProperty: 'options' },
          message: "must have required property 'options'",
        }
        if (vErrors === null) {
          vErrors = [err2]
        } else {
          vErrors.push(err2)
        }
        errors++
      }
    }
    var _valid0 = _errs6 === errors
    valid1 = _valid0
  }
  if (!valid1) {
    const err3 = {
      instancePath,
      schemaPath: '#/allOf/0/if',
      keyword: 'if',
      params: { failingKeyword: 'then' },
      message: 'must match "then" schema',
    }
    if (vErrors === null) {
      vErrors = [err3]
    } else {
      vErrors.push(err3)
    }
    errors++
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.key === void 0) {
      const err4 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'key' },
        message: "must have required property 'key'",
      }
      if (vErrors === null) {
        vErrors = [err4]
      } else {
        vErrors.push(err4)
      }
      errors++
    }
    if (data.type === void 0) {
      const err5 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'type' },
        message: "must have required property 'type'",
      }
      if (vErrors === null) {
        vErrors = [err5]
      } else {
        vErrors.push(err5)
      }
      errors++
    }
    if (data.key !== void 0) {
      let data1 = data.key
      if (typeof data1 === 'string') {
        if (func1(data1) < 1) {
          const err6 = {
            instancePath: instancePath + '/key',
            schemaPath: '#/properties/key/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            message: 'must NOT have fewer than 1 characters',
          }
          if (vErrors === null) {
            vErrors = [err6]
          } else {
            vErrors.push(err6)
          }
          errors++
        }
      } else {
        const err7 = {
          instancePath: instancePath + '/key',
          schemaPath: '#/properties/key/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        }
        if (vErrors === null) {
          vErrors = [err7]
        } else {
          vErrors.push(err7)
        }
        errors++
      }
    }
    if (data.type !== void 0) {
      if (typeof data.type !== 'string') {
        const err8 = {
          instancePath: instancePath + '/type',
          schemaPath: '#/properties/type/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        }
        if (vErrors === null) {
          vErrors = [err8]
        } else {
          vErrors.push(err8)
        }
        errors++
      }
    }
    if (data.label !== void 0) {
      let data3 = data.label
      if (data3 && typeof data3 == 'object' && !Array.isArray(data3)) {
        if (Object.keys(data3).length < 1) {
          const err9 = {
            instancePath: instancePath + '/label',
            schemaPath: '#/$defs/translationMap/minProperties',
            keyword: 'minProperties',
            params: { limit: 1 },
            message: 'must NOT have fewer than 1 properties',
          }
          if (vErrors === null) {
            vErrors = [err9]
          } else {
            vErrors.push(err9)
          }
          errors++
        }
        for (const key0 in data3) {
          const _errs17 = errors
          if (typeof key0 === 'string') {
            if (!pattern7.test(key0)) {
              const err10 = {
                instancePath: instancePath + '/label',
                schemaPath: '#/$defs/translationMap/propertyNames/pattern',
                keyword: 'pattern',
                params: { pattern: '^[a-z]{2}(?:[-_][A-Za-z]{2})?$' },
                message: 'must match pattern "^[a-z]{2}(?:[-_][A-Za-z]{2})?$"',
                propertyName: key0,
              }
              if (vErrors === null) {
                vErrors = [err10]
              } else {
                vErrors.push(err10)
              }
              errors++
            }
          }
          var valid5 = _errs17 === errors
          if (!valid5) {
            const err11 = {
              instancePath: instancePath + '/label',
              schemaPath: '#/$defs/translationMap/propertyNames',
              keyword: 'propertyNames',
              params: { propertyName: key0 },
              message: 'property name must be valid',
            }
            if (vErrors === null) {
              vErrors = [err11]
            } else {
              vErrors.push(err11)
            }
            errors++
          }
        }
        for (const key1 in data3) {
          if (typeof data3[key1] !== 'string') {
            const err12 = {
              instancePath: instancePath + '/label/' + key1.replace(/~/g, '~0').replace(/\//g, '~1'),
              schemaPath: '#/$defs/translationMap/additionalProperties/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
            }
            if (vErrors === null) {
              vErrors = [err12]
            } else {
              vErrors.push(err12)
            }
            errors++
          }
        }
      } else {
        const err13 = {
          instancePath: instancePath + '/label',
          schemaPath: '#/$defs/translationMap/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
        }
        if (vErrors === null) {
          vErrors = [err13]
        } else {
          vErrors.push(err13)
        }
        errors++
      }
    }
    if (data.placeholder !== void 0) {
      let data5 = data.placeholder
      if (data5 && typeof data5 == 'object' && !Array.isArray(data5)) {
        if (Object.keys(data5).length < 1) {
          const err14 = {
            instancePath: instancePath + '/placeholder',
            schemaPath: '#/$defs/translationMap/minProperties',
            keyword: 'minProperties',
            params: { limit: 1 },
            message: 'must NOT have fewer than 1 properties',
          }
          if (vErrors === null) {
            vErrors = [err14]
          } else {
            vErrors.push(err14)
          }
          errors++
        }
        for (const key2 in data5) {
          const _errs26 = errors
          if (typeof key2 === 'string') {
            if (!pattern7.test(key2)) {
              const err15 = {
                instancePath: instancePath + '/placeholder',
                schemaPath: '#/$defs/translationMap/propertyNames/pattern',
                keyword: 'pattern',
                params: { pattern: '^[a-z]{2}(?:[-_][A-Za-z]{2})?$' },
                message: 'must match pattern "^[a-z]{2}(?:[-_][A-Za-z]{2})?$"',
                propertyName: key2,
              }
              if (vErrors === null) {
                vErrors = [err15]
              } else {
                vErrors.push(err15)
              }
              errors++
            }
          }
          var valid8 = _errs26 === errors
          if (!valid8) {
            const err16 = {
              instancePath: instancePath + '/placeholder',
              schemaPath: '#/$defs/translationMap/propertyNames',
              keyword: 'propertyNames',
              params: { propertyName: key2 },
              message: 'property name must be valid',
            }
            if (vErrors === null) {
              vErrors = [err16]
            } else {
              vErrors.push(err16)
            }
            errors++
          }
        }
        for (const key3 in data5) {
          if (typeof data5[key3] !== 'string') {
            const err17 = {
              instancePath: instancePath + '/placeholder/' + key3.replace(/~/g, '~0').replace(/\//g, '~1'),
              schemaPath: '#/$defs/translationMap/additionalProperties/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
            }
            if (vErrors === null) {
              vErrors = [err17]
            } else {
              vErrors.push(err17)
            }
            errors++
          }
        }
      } else {
        const err18 = {
          instancePath: instancePath + '/placeholder',
          schemaPath: '#/$defs/translationMap/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
        }
        if (vErrors === null) {
          vErrors = [err18]
        } else {
          vErrors.push(err18)
        }
        errors++
      }
    }
    if (data.description !== void 0) {
      let data7 = data.description
      if (data7 && typeof data7 == 'object' && !Array.isArray(data7)) {
        if (Object.keys(data7).length < 1) {
          const err19 = {
            instancePath: instancePath + '/description',
            schemaPath: '#/$defs/translationMap/minProperties',
            keyword: 'minProperties',
            params: { limit: 1 },
            message: 'must NOT have fewer than 1 properties',
          }
          if (vErrors === null) {
            vErrors = [err19]
          } else {
            vErrors.push(err19)
          }
          errors++
        }
        for (const key4 in data7) {
          const _errs35 = errors
          if (typeof key4 === 'string') {
            if (!pattern7.test(key4)) {
              const err20 = {
                instancePath: instancePath + '/description',
                schemaPath: '#/$defs/translationMap/propertyNames/pattern',
                keyword: 'pattern',
                params: { pattern: '^[a-z]{2}(?:[-_][A-Za-z]{2})?$' },
                message: 'must match pattern "^[a-z]{2}(?:[-_][A-Za-z]{2})?$"',
                propertyName: key4,
              }
              if (vErrors === null) {
                vErrors = [err20]
              } else {
                vErrors.push(err20)
              }
              errors++
            }
          }
          var valid11 = _errs35 === errors
          if (!valid11) {
            const err21 = {
              instancePath: instancePath + '/description',
              schemaPath: '#/$defs/translationMap/propertyNames',
              keyword: 'propertyNames',
              params: { propertyName: key4 },
              message: 'property name must be valid',
            }
            if (vErrors === null) {
              vErrors = [err21]
            } else {
              vErrors.push(err21)
            }
            errors++
          }
        }
        for (const key5 in data7) {
          if (typeof data7[key5] !== 'string') {
            const err22 = {
              instancePath: instancePath + '/description/' + key5.replace(/~/g, '~0').replace(/\//g, '~1'),
              schemaPath: '#/$defs/translationMap/additionalProperties/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
            }
            if (vErrors === null) {
              vErrors = [err22]
            } else {
              vErrors.push(err22)
            }
            errors++
          }
        }
      } else {
        const err23 = {
          instancePath: instancePath + '/description',
          schemaPath: '#/$defs/translationMap/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
        }
        if (vErrors === null) {
          vErrors = [err23]
        } else {
          vErrors.push(err23)
        }
        errors++
      }
    }
    if (data.options !== void 0) {
      let data9 = data.options
      if (Array.isArray(data9)) {
        if (data9.length < 1) {
          const err24 = {
            instancePath: instancePath + '/options',
            schemaPath: '#/properties/options/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            message: 'must NOT have fewer than 1 items',
          }
          if (vErrors === null) {
            vErrors = [err24]
          } else {
            vErrors.push(err24)
          }
          errors++
        }
        const len0 = data9.length
        for (let i0 = 0; i0 < len0; i0++) {
          let data10 = data9[i0]
          if (data10 && typeof data10 == 'object' && !Array.isArray(data10)) {
            if (data10.value === void 0) {
              const err25 = {
                instancePath: instancePath + '/options/' + i0,
                schemaPath: '#/properties/options/items/required',
                keyword: 'required',
                params: { missingProperty: 'value' },
                message: "must have required property 'value'",
              }
              if (vErrors === null) {
                vErrors = [err25]
              } else {
                vErrors.push(err25)
              }
              errors++
            }
            if (data10.label === void 0) {
              const err26 = {
                instancePath: instancePath + '/options/' + i0,
                schemaPath: '#/properties/options/items/required',
                keyword: 'required',
                params: { missingProperty: 'label' },
                message: "must have required property 'label'",
              }
              if (vErrors === null) {
                vErrors = [err26]
              } else {
                vErrors.push(err26)
              }
              errors++
            }
            if (data10.value !== void 0) {
              let data11 = data10.value
              if (
                typeof data11 !== 'boolean' &&
                !(typeof data11 == 'number' && isFinite(data11)) &&
                typeof data11 !== 'string'
              ) {
                const err27 = {
                  instancePath: instancePath + '/options/' + i0 + '/value',
                  schemaPath: '#/properties/options/items/properties/value/type',
                  keyword: 'type',
                  params: { type: schema38.properties.options.items.properties.value.type },
                  message: 'must be boolean,number,string',
                }
                if (vErrors === null) {
                  vErrors = [err27]
                } else {
                  vErrors.push(err27)
                }
                errors++
              }
            }
            if (data10.label !== void 0) {
              let data12 = data10.label
              if (data12 && typeof data12 == 'object' && !Array.isArray(data12)) {
                if (Object.keys(data12).length < 1) {
                  const err28 = {
                    instancePath: instancePath + '/options/' + i0 + '/label',
                    schemaPath: '#/$defs/translationMap/minProperties',
                    keyword: 'minProperties',
                    params: { limit: 1 },
                    message: 'must NOT have fewer than 1 properties',
                  }
                  if (vErrors === null) {
                    vErrors = [err28]
                  } else {
                    vErrors.push(err28)
                  }
                  errors++
                }
                for (const key6 in data12) {
                  const _errs51 = errors
                  if (typeof key6 === 'string') {
                    if (!pattern7.test(key6)) {
                      const err29 = {
                        instancePath: instancePath + '/options/' + i0 + '/label',
                        schemaPath: '#/$defs/translationMap/propertyNames/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^[a-z]{2}(?:[-_][A-Za-z]{2})?$' },
                        message: 'must match pattern "^[a-z]{2}(?:[-_][A-Za-z]{2})?$"',
                        propertyName: key6,
                      }
                      if (vErrors === null) {
                        vErrors = [err29]
                      } else {
                        vErrors.push(err29)
                      }
                      errors++
                    }
                  }
                  var valid17 = _errs51 === errors
                  if (!valid17) {
                    const err30 = {
                      instancePath: instancePath + '/options/' + i0 + '/label',
                      schemaPath: '#/$defs/translationMap/propertyNames',
                      keyword: 'propertyNames',
                      params: { propertyName: key6 },
                      message: 'property name must be valid',
                    }
                    if (vErrors === null) {
                      vErrors = [err30]
                    } else {
                      vErrors.push(err30)
                    }
                    errors++
                  }
                }
                for (const key7 in data12) {
                  if (typeof data12[key7] !== 'string') {
                    const err31 = {
                      instancePath:
                        instancePath + '/options/' + i0 + '/label/' + key7.replace(/~/g, '~0').replace(/\//g, '~1'),
                      schemaPath: '#/$defs/translationMap/additionalProperties/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    }
                    if (vErrors === null) {
                      vErrors = [err31]
                    } else {
                      vErrors.push(err31)
                    }
                    errors++
                  }
                }
              } else {
                const err32 = {
                  instancePath: instancePath + '/options/' + i0 + '/label',
                  schemaPath: '#/$defs/translationMap/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
                }
                if (vErrors === null) {
                  vErrors = [err32]
                } else {
                  vErrors.push(err32)
                }
                errors++
              }
            }
            if (data10.description !== void 0) {
              let data14 = data10.description
              if (data14 && typeof data14 == 'object' && !Array.isArray(data14)) {
                if (Object.keys(data14).length < 1) {
                  const err33 = {
                    instancePath: instancePath + '/options/' + i0 + '/description',
                    schemaPath: '#/$defs/translationMap/minProperties',
                    keyword: 'minProperties',
                    params: { limit: 1 },
                    message: 'must NOT have fewer than 1 properties',
                  }
                  if (vErrors === null) {
                    vErrors = [err33]
                  } else {
                    vErrors.push(err33)
                  }
                  errors++
                }
                for (const key8 in data14) {
                  const _errs60 = errors
                  if (typeof key8 === 'string') {
                    if (!pattern7.test(key8)) {
                      const err34 = {
                        instancePath: instancePath + '/options/' + i0 + '/description',
                        schemaPath: '#/$defs/translationMap/propertyNames/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^[a-z]{2}(?:[-_][A-Za-z]{2})?$' },
                        message: 'must match pattern "^[a-z]{2}(?:[-_][A-Za-z]{2})?$"',
                        propertyName: key8,
                      }
                      if (vErrors === null) {
                        vErrors = [err34]
                      } else {
                        vErrors.push(err34)
                      }
                      errors++
                    }
                  }
                  var valid20 = _errs60 === errors
                  if (!valid20) {
                    const err35 = {
                      instancePath: instancePath + '/options/' + i0 + '/description',
                      schemaPath: '#/$defs/translationMap/propertyNames',
                      keyword: 'propertyNames',
                      params: { propertyName: key8 },
                      message: 'property name must be valid',
                    }
                    if (vErrors === null) {
                      vErrors = [err35]
                    } else {
                      vErrors.push(err35)
                    }
                    errors++
                  }
                }
                for (const key9 in data14) {
                  if (typeof data14[key9] !== 'string') {
                    const err36 = {
                      instancePath:
                        instancePath +
                        '/options/' +
                        i0 +
                        '/description/' +
                        key9.replace(/~/g, '~0').replace(/\//g, '~1'),
                      schemaPath: '#/$defs/translationMap/additionalProperties/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    }
                    if (vErrors === null) {
                      vErrors = [err36]
                    } else {
                      vErrors.push(err36)
                    }
                    errors++
                  }
                }
              } else {
                const err37 = {
                  instancePath: instancePath + '/options/' + i0 + '/description',
                  schemaPath: '#/$defs/translationMap/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
                }
                if (vErrors === null) {
                  vErrors = [err37]
                } else {
                  vErrors.push(err37)
                }
                errors++
              }
            }
          } else {
            const err38 = {
              instancePath: instancePath + '/options/' + i0,
              schemaPath: '#/properties/options/items/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            }
            if (vErrors === null) {
              vErrors = [err38]
            } else {
              vErrors.push(err38)
            }
            errors++
          }
        }
      } else {
        const err39 = {
          instancePath: instancePath + '/options',
          schemaPath: '#/properties/options/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
        }
        if (vErrors === null) {
          vErrors = [err39]
        } else {
          vErrors.push(err39)
        }
        errors++
      }
    }
    if (data.default !== void 0) {
      let data16 = data.default
      if (
        typeof data16 !== 'boolean' &&
        !(typeof data16 == 'number' && isFinite(data16)) &&
        typeof data16 !== 'string'
      ) {
        const err40 = {
          instancePath: instancePath + '/default',
          schemaPath: '#/properties/default/type',
          keyword: 'type',
          params: { type: schema38.properties.default.type },
          message: 'must be boolean,number,string',
        }
        if (vErrors === null) {
          vErrors = [err40]
        } else {
          vErrors.push(err40)
        }
        errors++
      }
    }
    if (data.required !== void 0) {
      if (typeof data.required !== 'boolean') {
        const err41 = {
          instancePath: instancePath + '/required',
          schemaPath: '#/properties/required/type',
          keyword: 'type',
          params: { type: 'boolean' },
          message: 'must be boolean',
        }
        if (vErrors === null) {
          vErrors = [err41]
        } else {
          vErrors.push(err41)
        }
        errors++
      }
    }
    if (data.minLength !== void 0) {
      let data18 = data.minLength
      if (!(typeof data18 == 'number' && !(data18 % 1) && !isNaN(data18) && isFinite(data18))) {
        const err42 = {
          instancePath: instancePath + '/minLength',
          schemaPath: '#/properties/minLength/type',
          keyword: 'type',
          params: { type: 'integer' },
          message: 'must be integer',
        }
        if (vErrors === null) {
          vErrors = [err42]
        } else {
          vErrors.push(err42)
        }
        errors++
      }
      if (typeof data18 == 'number' && isFinite(data18)) {
        if (data18 < 0 || isNaN(data18)) {
          const err43 = {
            instancePath: instancePath + '/minLength',
            schemaPath: '#/properties/minLength/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 0 },
            message: 'must be >= 0',
          }
          if (vErrors === null) {
            vErrors = [err43]
          } else {
            vErrors.push(err43)
          }
          errors++
        }
      }
    }
    if (data.maxLength !== void 0) {
      let data19 = data.maxLength
      if (!(typeof data19 == 'number' && !(data19 % 1) && !isNaN(data19) && isFinite(data19))) {
        const err44 = {
          instancePath: instancePath + '/maxLength',
          schemaPath: '#/properties/maxLength/type',
          keyword: 'type',
          params: { type: 'integer' },
          message: 'must be integer',
        }
        if (vErrors === null) {
          vErrors = [err44]
        } else {
          vErrors.push(err44)
        }
        errors++
      }
      if (typeof data19 == 'number' && isFinite(data19)) {
        if (data19 < 0 || isNaN(data19)) {
          const err45 = {
            instancePath: instancePath + '/maxLength',
            schemaPath: '#/properties/maxLength/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 0 },
            message: 'must be >= 0',
          }
          if (vErrors === null) {
            vErrors = [err45]
          } else {
            vErrors.push(err45)
          }
          errors++
        }
      }
    }
    if (data.pattern !== void 0) {
      if (!(typeof data.pattern === 'string')) {
        const err46 = {
          instancePath: instancePath + '/pattern',
          schemaPath: '#/properties/pattern/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        }
        if (vErrors === null) {
          vErrors = [err46]
        } else {
          vErrors.push(err46)
        }
        errors++
      }
    }
    if (data.min !== void 0) {
      let data21 = data.min
      if (!(typeof data21 == 'number' && isFinite(data21))) {
        const err47 = {
          instancePath: instancePath + '/min',
          schemaPath: '#/properties/min/type',
          keyword: 'type',
          params: { type: 'number' },
          message: 'must be number',
        }
        if (vErrors === null) {
          vErrors = [err47]
        } else {
          vErrors.push(err47)
        }
        errors++
      }
    }
    if (data.max !== void 0) {
      let data22 = data.max
      if (!(typeof data22 == 'number' && isFinite(data22))) {
        const err48 = {
          instancePath: instancePath + '/max',
          schemaPath: '#/properties/max/type',
          keyword: 'type',
          params: { type: 'number' },
          message: 'must be number',
        }
        if (vErrors === null) {
          vErrors = [err48]
        } else {
          vErrors.push(err48)
        }
        errors++
      }
    }
  } else {
    const err49 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
    }
    if (vErrors === null) {
      vErrors = [err49]
    } else {
      vErrors.push(err49)
    }
    errors++
  }
  validate22.errors = vErrors
  return errors === 0
}
validate22.evaluated = {
  props: {
    key: true,
    type: true,
    label: true,
    placeholder: true,
    description: true,
    options: true,
    default: true,
    required: true,
    minLength: true,
    maxLength: true,
    pattern: true,
    min: true,
    max: true,
  },
  dynamicProps: false,
  dynamicItems: false,
}
function validate21(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null
  let errors = 0
  const evaluated0 = validate21.evaluated
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0
  }
  if (Array.isArray(data)) {
    const len0 = data.length
    for (let i0 = 0; i0 < len0; i0++) {
      if (
        !validate22(data[i0], {
          instancePath: instancePath + '/' + i0,
          parentData: data,
          parentDataProperty: i0,
          rootData,
          dynamicAnchors,
        })
      ) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors)
        errors = vErrors.length
      }
    }
  } else {
    const err0 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'array' },
      message: 'must be array',
    }
    if (vErrors === null) {
      vErrors = [err0]
    } else {
      vErrors.push(err0)
    }
    errors++
  }
  validate21.errors = vErrors
  return errors === 0
}
validate21.evaluated = { items: true, dynamicProps: false, dynamicItems: false }
var schema45 = {
  type: 'object',
  required: ['id', 'url', 'name', 'description'],
  properties: {
    id: {
      type: 'string',
      format: 'uuid',
      pattern: '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$',
      $comment:
        "TUTORIAL: a UUID. INFERRED that it must be one (WILD: an author replaced 'entrypoint-1' by a UUID in the next commit). Should never change, as instances refer to it (INFERRED).",
    },
    url: {
      type: 'string',
      format: 'uri-reference',
      $comment:
        'DOCUMENTED/TUTORIAL: resolved against the manifest URL; a leading slash means the root of the origin (WILD: breaks on GitHub Pages sub-paths). The host adds ?src=.',
    },
    name: { $ref: '#/$defs/translationMap' },
    description: {
      $ref: '#/$defs/translationMap',
      $comment: 'Required is INFERRED: every manifest known to be installed has it.',
    },
    config: { $ref: '#/$defs/configFields', $comment: 'DOCUMENTED: configuration per instance.' },
    configUrl: {
      type: 'string',
      format: 'uri-reference',
      $comment: 'DOCUMENTED: custom configuration view, since 2.3.0; excludes config in the same entry point.',
      since: '2.3.0',
    },
    height: {
      anyOf: [
        {
          type: 'integer',
          minimum: 1,
          $comment: 'DOCUMENTED: fixed height in pixels. WILD: 350, 35. Bounds INFERRED.',
        },
        {
          type: 'string',
          pattern: '^[1-9]\\d*:[1-9]\\d*$',
          $comment:
            "DOCUMENTED: an aspect ratio other than 16:9. WILD: '1:2', '2:1'. INFERRED: width:height order, digits only.",
        },
      ],
      $comment: "WILD: the string '1000' was given up by its author.",
    },
    permissionsPolicy: {
      type: 'array',
      uniqueItems: true,
      items: { type: 'string', enum: ['camera', 'geolocation', 'fullscreen'] },
      $comment:
        "DOCUMENTED: the path entryPoints/permissionsPolicy, the three names, and 'fullscreen' since 2.4.0. INFERRED: that it is a list of strings, and that the other two came in 2.3.0.",
      since: '2.3.0',
    },
    origin: { $ref: '#/$defs/origin' },
  },
  not: { required: ['config', 'configUrl'] },
}
var pattern15 = new RegExp('^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$', 'u')
var pattern18 = new RegExp('^[1-9]\\d*:[1-9]\\d*$', 'u')
function validate25(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null
  let errors = 0
  const evaluated0 = validate25.evaluated
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0
  }
  const _errs1 = errors
  const _errs2 = errors
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    let missing0
    if ((data.config === void 0 && (missing0 = 'config')) || (data.configUrl === void 0 && (missing0 = 'configUrl'))) {
      const err0 = {}
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
  }
  var valid0 = _errs2 === errors
  if (valid0) {
    const err1 = { instancePath, schemaPath: '#/not', keyword: 'not', params: {}, message: 'must NOT be valid' }
    if (vErrors === null) {
      vErrors = [err1]
    } else {
      vErrors.push(err1)
    }
    errors++
  } else {
    errors = _errs1
    if (vErrors !== null) {
      if (_errs1) {
        vErrors.length = _errs1
      } else {
        vErrors = null
      }
    }
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.id === void 0) {
      const err2 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'id' },
        message: "must have required property 'id'",
      }
      if (vErrors === null) {
        vErrors = [err2]
      } else {
        vErrors.push(err2)
      }
      errors++
    }
    if (data.url === void 0) {
      const err3 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'url' },
        message: "must have required property 'url'",
      }
      if (vErrors === null) {
        vErrors = [err3]
      } else {
        vErrors.push(err3)
      }
      errors++
    }
    if (data.name === void 0) {
      const err4 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'name' },
        message: "must have required property 'name'",
      }
      if (vErrors === null) {
        vErrors = [err4]
      } else {
        vErrors.push(err4)
      }
      errors++
    }
    if (data.description === void 0) {
      const err5 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'description' },
        message: "must have required property 'description'",
      }
      if (vErrors === null) {
        vErrors = [err5]
      } else {
        vErrors.push(err5)
      }
      errors++
    }
    if (data.id !== void 0) {
      let data0 = data.id
      if (typeof data0 === 'string') {
        if (!pattern15.test(data0)) {
          const err6 = {
            instancePath: instancePath + '/id',
            schemaPath: '#/properties/id/pattern',
            keyword: 'pattern',
            params: { pattern: '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$' },
            message:
              'must match pattern "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"',
          }
          if (vErrors === null) {
            vErrors = [err6]
          } else {
            vErrors.push(err6)
          }
          errors++
        }
      } else {
        const err7 = {
          instancePath: instancePath + '/id',
          schemaPath: '#/properties/id/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        }
        if (vErrors === null) {
          vErrors = [err7]
        } else {
          vErrors.push(err7)
        }
        errors++
      }
    }
    if (data.url !== void 0) {
      if (!(typeof data.url === 'string')) {
        const err8 = {
          instancePath: instancePath + '/url',
          schemaPath: '#/properties/url/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        }
        if (vErrors === null) {
          vErrors = [err8]
        } else {
          vErrors.push(err8)
        }
        errors++
      }
    }
    if (data.name !== void 0) {
      let data2 = data.name
      if (data2 && typeof data2 == 'object' && !Array.isArray(data2)) {
        if (Object.keys(data2).length < 1) {
          const err9 = {
            instancePath: instancePath + '/name',
            schemaPath: '#/$defs/translationMap/minProperties',
            keyword: 'minProperties',
            params: { limit: 1 },
            message: 'must NOT have fewer than 1 properties',
          }
          if (vErrors === null) {
            vErrors = [err9]
          } else {
            vErrors.push(err9)
          }
          errors++
        }
        for (const key0 in data2) {
          const _errs13 = errors
          if (typeof key0 === 'string') {
            if (!pattern7.test(key0)) {
              const err10 = {
                instancePath: instancePath + '/name',
                schemaPath: '#/$defs/translationMap/propertyNames/pattern',
                keyword: 'pattern',
                params: { pattern: '^[a-z]{2}(?:[-_][A-Za-z]{2})?$' },
                message: 'must match pattern "^[a-z]{2}(?:[-_][A-Za-z]{2})?$"',
                propertyName: key0,
              }
              if (vErrors === null) {
                vErrors = [err10]
              } else {
                vErrors.push(err10)
              }
              errors++
            }
          }
          var valid3 = _errs13 === errors
          if (!valid3) {
            const err11 = {
              instancePath: instancePath + '/name',
              schemaPath: '#/$defs/translationMap/propertyNames',
              keyword: 'propertyNames',
              params: { propertyName: key0 },
              message: 'property name must be valid',
            }
            if (vErrors === null) {
              vErrors = [err11]
            } else {
              vErrors.push(err11)
            }
            errors++
          }
        }
        for (const key1 in data2) {
          if (typeof data2[key1] !== 'string') {
            const err12 = {
              instancePath: instancePath + '/name/' + key1.replace(/~/g, '~0').replace(/\//g, '~1'),
              schemaPath: '#/$defs/translationMap/additionalProperties/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
            }
            if (vErrors === null) {
              vErrors = [err12]
            } else {
              vErrors.push(err12)
            }
            errors++
          }
        }
      } else {
        const err13 = {
          instancePath: instancePath + '/name',
          schemaPath: '#/$defs/translationMap/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
        }
        if (vErrors === null) {
          vErrors = [err13]
        } else {
          vErrors.push(err13)
        }
        errors++
      }
    }
    if (data.description !== void 0) {
      let data4 = data.description
      if (data4 && typeof data4 == 'object' && !Array.isArray(data4)) {
        if (Object.keys(data4).length < 1) {
          const err14 = {
            instancePath: instancePath + '/description',
            schemaPath: '#/$defs/translationMap/minProperties',
            keyword: 'minProperties',
            params: { limit: 1 },
            message: 'must NOT have fewer than 1 properties',
          }
          if (vErrors === null) {
            vErrors = [err14]
          } else {
            vErrors.push(err14)
          }
          errors++
        }
        for (const key2 in data4) {
          const _errs23 = errors
          if (typeof key2 === 'string') {
            if (!pattern7.test(key2)) {
              const err15 = {
                instancePath: instancePath + '/description',
                schemaPath: '#/$defs/translationMap/propertyNames/pattern',
                keyword: 'pattern',
                params: { pattern: '^[a-z]{2}(?:[-_][A-Za-z]{2})?$' },
                message: 'must match pattern "^[a-z]{2}(?:[-_][A-Za-z]{2})?$"',
                propertyName: key2,
              }
              if (vErrors === null) {
                vErrors = [err15]
              } else {
                vErrors.push(err15)
              }
              errors++
            }
          }
          var valid6 = _errs23 === errors
          if (!valid6) {
            const err16 = {
              instancePath: instancePath + '/description',
              schemaPath: '#/$defs/translationMap/propertyNames',
              keyword: 'propertyNames',
              params: { propertyName: key2 },
              message: 'property name must be valid',
            }
            if (vErrors === null) {
              vErrors = [err16]
            } else {
              vErrors.push(err16)
            }
            errors++
          }
        }
        for (const key3 in data4) {
          if (typeof data4[key3] !== 'string') {
            const err17 = {
              instancePath: instancePath + '/description/' + key3.replace(/~/g, '~0').replace(/\//g, '~1'),
              schemaPath: '#/$defs/translationMap/additionalProperties/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
            }
            if (vErrors === null) {
              vErrors = [err17]
            } else {
              vErrors.push(err17)
            }
            errors++
          }
        }
      } else {
        const err18 = {
          instancePath: instancePath + '/description',
          schemaPath: '#/$defs/translationMap/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
        }
        if (vErrors === null) {
          vErrors = [err18]
        } else {
          vErrors.push(err18)
        }
        errors++
      }
    }
    if (data.config !== void 0) {
      if (
        !validate21(data.config, {
          instancePath: instancePath + '/config',
          parentData: data,
          parentDataProperty: 'config',
          rootData,
          dynamicAnchors,
        })
      ) {
        vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors)
        errors = vErrors.length
      }
    }
    if (data.configUrl !== void 0) {
      if (!(typeof data.configUrl === 'string')) {
        const err19 = {
          instancePath: instancePath + '/configUrl',
          schemaPath: '#/properties/configUrl/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        }
        if (vErrors === null) {
          vErrors = [err19]
        } else {
          vErrors.push(err19)
        }
        errors++
      }
    }
    if (data.height !== void 0) {
      let data8 = data.height
      const _errs35 = errors
      let valid8 = false
      const _errs36 = errors
      if (!(typeof data8 == 'number' && !(data8 % 1) && !isNaN(data8) && isFinite(data8))) {
        const err20 = {
          instancePath: instancePath + '/height',
          schemaPath: '#/properties/height/anyOf/0/type',
          keyword: 'type',
          params: { type: 'integer' },
          message: 'must be integer',
        }
        if (vErrors === null) {
          vErrors = [err20]
        } else {
          vErrors.push(err20)
        }
        errors++
      }
      if (typeof data8 == 'number' && isFinite(data8)) {
        if (data8 < 1 || isNaN(data8)) {
          const err21 = {
            instancePath: instancePath + '/height',
            schemaPath: '#/properties/height/anyOf/0/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 1 },
            message: 'must be >= 1',
          }
          if (vErrors === null) {
            vErrors = [err21]
          } else {
            vErrors.push(err21)
          }
          errors++
        }
      }
      var _valid0 = _errs36 === errors
      valid8 = valid8 || _valid0
      const _errs39 = errors
      if (typeof data8 === 'string') {
        if (!pattern18.test(data8)) {
          const err22 = {
            instancePath: instancePath + '/height',
            schemaPath: '#/properties/height/anyOf/1/pattern',
            keyword: 'pattern',
            params: { pattern: '^[1-9]\\d*:[1-9]\\d*$' },
            message: 'must match pattern "^[1-9]\\d*:[1-9]\\d*$"',
          }
          if (vErrors === null) {
            vErrors = [err22]
          } else {
            vErrors.push(err22)
          }
          errors++
        }
      } else {
        const err23 = {
          instancePath: instancePath + '/height',
          schemaPath: '#/properties/height/anyOf/1/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        }
        if (vErrors === null) {
          vErrors = [err23]
        } else {
          vErrors.push(err23)
        }
        errors++
      }
      var _valid0 = _errs39 === errors
      valid8 = valid8 || _valid0
      if (!valid8) {
        const err24 = {
          instancePath: instancePath + '/height',
          schemaPath: '#/properties/height/anyOf',
          keyword: 'anyOf',
          params: {},
          message: 'must match a schema in anyOf',
        }
        if (vErrors === null) {
          vErrors = [err24]
        } else {
          vErrors.push(err24)
        }
        errors++
      } else {
        errors = _errs35
        if (vErrors !== null) {
          if (_errs35) {
            vErrors.length = _errs35
          } else {
            vErrors = null
          }
        }
      }
    }
    if (data.permissionsPolicy !== void 0) {
      let data9 = data.permissionsPolicy
      if (Array.isArray(data9)) {
        const len0 = data9.length
        for (let i0 = 0; i0 < len0; i0++) {
          let data10 = data9[i0]
          if (typeof data10 !== 'string') {
            const err25 = {
              instancePath: instancePath + '/permissionsPolicy/' + i0,
              schemaPath: '#/properties/permissionsPolicy/items/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
            }
            if (vErrors === null) {
              vErrors = [err25]
            } else {
              vErrors.push(err25)
            }
            errors++
          }
          if (!(data10 === 'camera' || data10 === 'geolocation' || data10 === 'fullscreen')) {
            const err26 = {
              instancePath: instancePath + '/permissionsPolicy/' + i0,
              schemaPath: '#/properties/permissionsPolicy/items/enum',
              keyword: 'enum',
              params: { allowedValues: schema45.properties.permissionsPolicy.items.enum },
              message: 'must be equal to one of the allowed values',
            }
            if (vErrors === null) {
              vErrors = [err26]
            } else {
              vErrors.push(err26)
            }
            errors++
          }
        }
        let i1 = data9.length
        let j0
        if (i1 > 1) {
          const indices0 = {}
          for (; i1--;) {
            let item0 = data9[i1]
            if (typeof item0 !== 'string') {
              continue
            }
            if (typeof indices0[item0] == 'number') {
              j0 = indices0[item0]
              const err27 = {
                instancePath: instancePath + '/permissionsPolicy',
                schemaPath: '#/properties/permissionsPolicy/uniqueItems',
                keyword: 'uniqueItems',
                params: { i: i1, j: j0 },
                message: 'must NOT have duplicate items (items ## ' + j0 + ' and ' + i1 + ' are identical)',
              }
              if (vErrors === null) {
                vErrors = [err27]
              } else {
                vErrors.push(err27)
              }
              errors++
              break
            }
            indices0[item0] = i1
          }
        }
      } else {
        const err28 = {
          instancePath: instancePath + '/permissionsPolicy',
          schemaPath: '#/properties/permissionsPolicy/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
        }
        if (vErrors === null) {
          vErrors = [err28]
        } else {
          vErrors.push(err28)
        }
        errors++
      }
    }
    if (data.origin !== void 0) {
      let data11 = data.origin
      const _errs50 = errors
      let valid13 = false
      const _errs51 = errors
      if (!(typeof data11 === 'string')) {
        const err29 = {
          instancePath: instancePath + '/origin',
          schemaPath: '#/$defs/origin/anyOf/0/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        }
        if (vErrors === null) {
          vErrors = [err29]
        } else {
          vErrors.push(err29)
        }
        errors++
      }
      var _valid1 = _errs51 === errors
      valid13 = valid13 || _valid1
      const _errs53 = errors
      if (Array.isArray(data11)) {
        if (data11.length < 1) {
          const err30 = {
            instancePath: instancePath + '/origin',
            schemaPath: '#/$defs/origin/anyOf/1/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            message: 'must NOT have fewer than 1 items',
          }
          if (vErrors === null) {
            vErrors = [err30]
          } else {
            vErrors.push(err30)
          }
          errors++
        }
        const len1 = data11.length
        for (let i2 = 0; i2 < len1; i2++) {
          if (!(typeof data11[i2] === 'string')) {
            const err31 = {
              instancePath: instancePath + '/origin/' + i2,
              schemaPath: '#/$defs/origin/anyOf/1/items/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
            }
            if (vErrors === null) {
              vErrors = [err31]
            } else {
              vErrors.push(err31)
            }
            errors++
          }
        }
        let i3 = data11.length
        let j1
        if (i3 > 1) {
          const indices1 = {}
          for (; i3--;) {
            let item1 = data11[i3]
            if (typeof item1 !== 'string') {
              continue
            }
            if (typeof indices1[item1] == 'number') {
              j1 = indices1[item1]
              const err32 = {
                instancePath: instancePath + '/origin',
                schemaPath: '#/$defs/origin/anyOf/1/uniqueItems',
                keyword: 'uniqueItems',
                params: { i: i3, j: j1 },
                message: 'must NOT have duplicate items (items ## ' + j1 + ' and ' + i3 + ' are identical)',
              }
              if (vErrors === null) {
                vErrors = [err32]
              } else {
                vErrors.push(err32)
              }
              errors++
              break
            }
            indices1[item1] = i3
          }
        }
      } else {
        const err33 = {
          instancePath: instancePath + '/origin',
          schemaPath: '#/$defs/origin/anyOf/1/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
        }
        if (vErrors === null) {
          vErrors = [err33]
        } else {
          vErrors.push(err33)
        }
        errors++
      }
      var _valid1 = _errs53 === errors
      valid13 = valid13 || _valid1
      if (!valid13) {
        const err34 = {
          instancePath: instancePath + '/origin',
          schemaPath: '#/$defs/origin/anyOf',
          keyword: 'anyOf',
          params: {},
          message: 'must match a schema in anyOf',
        }
        if (vErrors === null) {
          vErrors = [err34]
        } else {
          vErrors.push(err34)
        }
        errors++
      } else {
        errors = _errs50
        if (vErrors !== null) {
          if (_errs50) {
            vErrors.length = _errs50
          } else {
            vErrors = null
          }
        }
      }
    }
  } else {
    const err35 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
    }
    if (vErrors === null) {
      vErrors = [err35]
    } else {
      vErrors.push(err35)
    }
    errors++
  }
  validate25.errors = vErrors
  return errors === 0
}
validate25.evaluated = {
  props: {
    id: true,
    url: true,
    name: true,
    description: true,
    config: true,
    configUrl: true,
    height: true,
    permissionsPolicy: true,
    origin: true,
  },
  dynamicProps: false,
  dynamicItems: false,
}
function validate20(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null
  let errors = 0
  const evaluated0 = validate20.evaluated
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.manifestVersion === void 0) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'manifestVersion' },
        message: "must have required property 'manifestVersion'",
      }
      if (vErrors === null) {
        vErrors = [err0]
      } else {
        vErrors.push(err0)
      }
      errors++
    }
    if (data.pluginVersion === void 0) {
      const err1 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'pluginVersion' },
        message: "must have required property 'pluginVersion'",
      }
      if (vErrors === null) {
        vErrors = [err1]
      } else {
        vErrors.push(err1)
      }
      errors++
    }
    if (data.name === void 0) {
      const err2 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'name' },
        message: "must have required property 'name'",
      }
      if (vErrors === null) {
        vErrors = [err2]
      } else {
        vErrors.push(err2)
      }
      errors++
    }
    if (data.description === void 0) {
      const err3 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'description' },
        message: "must have required property 'description'",
      }
      if (vErrors === null) {
        vErrors = [err3]
      } else {
        vErrors.push(err3)
      }
      errors++
    }
    if (data.entryPoints === void 0) {
      const err4 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'entryPoints' },
        message: "must have required property 'entryPoints'",
      }
      if (vErrors === null) {
        vErrors = [err4]
      } else {
        vErrors.push(err4)
      }
      errors++
    }
    if (data.$schema !== void 0) {
      if (typeof data.$schema !== 'string') {
        const err5 = {
          instancePath: instancePath + '/$schema',
          schemaPath: '#/properties/%24schema/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        }
        if (vErrors === null) {
          vErrors = [err5]
        } else {
          vErrors.push(err5)
        }
        errors++
      }
    }
    if (data.manifestVersion !== void 0) {
      let data1 = data.manifestVersion
      if (typeof data1 === 'string') {
        if (!pattern4.test(data1)) {
          const err6 = {
            instancePath: instancePath + '/manifestVersion',
            schemaPath: '#/$defs/semver/pattern',
            keyword: 'pattern',
            params: {
              pattern: '^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(?:-[0-9A-Za-z.-]+)?(?:\\+[0-9A-Za-z.-]+)?$',
            },
            message:
              'must match pattern "^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(?:-[0-9A-Za-z.-]+)?(?:\\+[0-9A-Za-z.-]+)?$"',
          }
          if (vErrors === null) {
            vErrors = [err6]
          } else {
            vErrors.push(err6)
          }
          errors++
        }
      } else {
        const err7 = {
          instancePath: instancePath + '/manifestVersion',
          schemaPath: '#/$defs/semver/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        }
        if (vErrors === null) {
          vErrors = [err7]
        } else {
          vErrors.push(err7)
        }
        errors++
      }
      if (!(
        data1 === '2.0.0' ||
        data1 === '2.1.0' ||
        data1 === '2.2.0' ||
        data1 === '2.3.0' ||
        data1 === '2.4.0' ||
        data1 === '2.5.0'
      )) {
        const err8 = {
          instancePath: instancePath + '/manifestVersion',
          schemaPath: '#/properties/manifestVersion/enum',
          keyword: 'enum',
          params: { allowedValues: schema31.properties.manifestVersion.enum },
          message: 'must be equal to one of the allowed values',
        }
        if (vErrors === null) {
          vErrors = [err8]
        } else {
          vErrors.push(err8)
        }
        errors++
      }
    }
    if (data.pluginVersion !== void 0) {
      let data2 = data.pluginVersion
      if (typeof data2 === 'string') {
        if (!pattern4.test(data2)) {
          const err9 = {
            instancePath: instancePath + '/pluginVersion',
            schemaPath: '#/$defs/semver/pattern',
            keyword: 'pattern',
            params: {
              pattern: '^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(?:-[0-9A-Za-z.-]+)?(?:\\+[0-9A-Za-z.-]+)?$',
            },
            message:
              'must match pattern "^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(?:-[0-9A-Za-z.-]+)?(?:\\+[0-9A-Za-z.-]+)?$"',
          }
          if (vErrors === null) {
            vErrors = [err9]
          } else {
            vErrors.push(err9)
          }
          errors++
        }
      } else {
        const err10 = {
          instancePath: instancePath + '/pluginVersion',
          schemaPath: '#/$defs/semver/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        }
        if (vErrors === null) {
          vErrors = [err10]
        } else {
          vErrors.push(err10)
        }
        errors++
      }
    }
    if (data.coyoVersion !== void 0) {
      let data3 = data.coyoVersion
      if (typeof data3 === 'string') {
        if (!pattern4.test(data3)) {
          const err11 = {
            instancePath: instancePath + '/coyoVersion',
            schemaPath: '#/$defs/semver/pattern',
            keyword: 'pattern',
            params: {
              pattern: '^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(?:-[0-9A-Za-z.-]+)?(?:\\+[0-9A-Za-z.-]+)?$',
            },
            message:
              'must match pattern "^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(?:-[0-9A-Za-z.-]+)?(?:\\+[0-9A-Za-z.-]+)?$"',
          }
          if (vErrors === null) {
            vErrors = [err11]
          } else {
            vErrors.push(err11)
          }
          errors++
        }
      } else {
        const err12 = {
          instancePath: instancePath + '/coyoVersion',
          schemaPath: '#/$defs/semver/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        }
        if (vErrors === null) {
          vErrors = [err12]
        } else {
          vErrors.push(err12)
        }
        errors++
      }
    }
    if (data.name !== void 0) {
      let data4 = data.name
      if (data4 && typeof data4 == 'object' && !Array.isArray(data4)) {
        if (Object.keys(data4).length < 1) {
          const err13 = {
            instancePath: instancePath + '/name',
            schemaPath: '#/$defs/translationMap/minProperties',
            keyword: 'minProperties',
            params: { limit: 1 },
            message: 'must NOT have fewer than 1 properties',
          }
          if (vErrors === null) {
            vErrors = [err13]
          } else {
            vErrors.push(err13)
          }
          errors++
        }
        for (const key0 in data4) {
          const _errs25 = errors
          if (typeof key0 === 'string') {
            if (!pattern7.test(key0)) {
              const err14 = {
                instancePath: instancePath + '/name',
                schemaPath: '#/$defs/translationMap/propertyNames/pattern',
                keyword: 'pattern',
                params: { pattern: '^[a-z]{2}(?:[-_][A-Za-z]{2})?$' },
                message: 'must match pattern "^[a-z]{2}(?:[-_][A-Za-z]{2})?$"',
                propertyName: key0,
              }
              if (vErrors === null) {
                vErrors = [err14]
              } else {
                vErrors.push(err14)
              }
              errors++
            }
          }
          var valid5 = _errs25 === errors
          if (!valid5) {
            const err15 = {
              instancePath: instancePath + '/name',
              schemaPath: '#/$defs/translationMap/propertyNames',
              keyword: 'propertyNames',
              params: { propertyName: key0 },
              message: 'property name must be valid',
            }
            if (vErrors === null) {
              vErrors = [err15]
            } else {
              vErrors.push(err15)
            }
            errors++
          }
        }
        for (const key1 in data4) {
          if (typeof data4[key1] !== 'string') {
            const err16 = {
              instancePath: instancePath + '/name/' + key1.replace(/~/g, '~0').replace(/\//g, '~1'),
              schemaPath: '#/$defs/translationMap/additionalProperties/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
            }
            if (vErrors === null) {
              vErrors = [err16]
            } else {
              vErrors.push(err16)
            }
            errors++
          }
        }
      } else {
        const err17 = {
          instancePath: instancePath + '/name',
          schemaPath: '#/$defs/translationMap/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
        }
        if (vErrors === null) {
          vErrors = [err17]
        } else {
          vErrors.push(err17)
        }
        errors++
      }
    }
    if (data.description !== void 0) {
      let data6 = data.description
      if (data6 && typeof data6 == 'object' && !Array.isArray(data6)) {
        if (Object.keys(data6).length < 1) {
          const err18 = {
            instancePath: instancePath + '/description',
            schemaPath: '#/$defs/translationMap/minProperties',
            keyword: 'minProperties',
            params: { limit: 1 },
            message: 'must NOT have fewer than 1 properties',
          }
          if (vErrors === null) {
            vErrors = [err18]
          } else {
            vErrors.push(err18)
          }
          errors++
        }
        for (const key2 in data6) {
          const _errs35 = errors
          if (typeof key2 === 'string') {
            if (!pattern7.test(key2)) {
              const err19 = {
                instancePath: instancePath + '/description',
                schemaPath: '#/$defs/translationMap/propertyNames/pattern',
                keyword: 'pattern',
                params: { pattern: '^[a-z]{2}(?:[-_][A-Za-z]{2})?$' },
                message: 'must match pattern "^[a-z]{2}(?:[-_][A-Za-z]{2})?$"',
                propertyName: key2,
              }
              if (vErrors === null) {
                vErrors = [err19]
              } else {
                vErrors.push(err19)
              }
              errors++
            }
          }
          var valid8 = _errs35 === errors
          if (!valid8) {
            const err20 = {
              instancePath: instancePath + '/description',
              schemaPath: '#/$defs/translationMap/propertyNames',
              keyword: 'propertyNames',
              params: { propertyName: key2 },
              message: 'property name must be valid',
            }
            if (vErrors === null) {
              vErrors = [err20]
            } else {
              vErrors.push(err20)
            }
            errors++
          }
        }
        for (const key3 in data6) {
          if (typeof data6[key3] !== 'string') {
            const err21 = {
              instancePath: instancePath + '/description/' + key3.replace(/~/g, '~0').replace(/\//g, '~1'),
              schemaPath: '#/$defs/translationMap/additionalProperties/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
            }
            if (vErrors === null) {
              vErrors = [err21]
            } else {
              vErrors.push(err21)
            }
            errors++
          }
        }
      } else {
        const err22 = {
          instancePath: instancePath + '/description',
          schemaPath: '#/$defs/translationMap/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
        }
        if (vErrors === null) {
          vErrors = [err22]
        } else {
          vErrors.push(err22)
        }
        errors++
      }
    }
    if (data.thumbnail !== void 0) {
      if (!(typeof data.thumbnail === 'string')) {
        const err23 = {
          instancePath: instancePath + '/thumbnail',
          schemaPath: '#/properties/thumbnail/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        }
        if (vErrors === null) {
          vErrors = [err23]
        } else {
          vErrors.push(err23)
        }
        errors++
      }
    }
    if (data.context !== void 0) {
      let data9 = data.context
      if (Array.isArray(data9)) {
        const len0 = data9.length
        for (let i0 = 0; i0 < len0; i0++) {
          let data10 = data9[i0]
          if (typeof data10 === 'string') {
            if (!pattern9.test(data10)) {
              const err24 = {
                instancePath: instancePath + '/context/' + i0,
                schemaPath: '#/properties/context/items/pattern',
                keyword: 'pattern',
                params: { pattern: '^[a-z][A-Za-z0-9]*$' },
                message: 'must match pattern "^[a-z][A-Za-z0-9]*$"',
              }
              if (vErrors === null) {
                vErrors = [err24]
              } else {
                vErrors.push(err24)
              }
              errors++
            }
          } else {
            const err25 = {
              instancePath: instancePath + '/context/' + i0,
              schemaPath: '#/properties/context/items/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
            }
            if (vErrors === null) {
              vErrors = [err25]
            } else {
              vErrors.push(err25)
            }
            errors++
          }
        }
        let i1 = data9.length
        let j0
        if (i1 > 1) {
          const indices0 = {}
          for (; i1--;) {
            let item0 = data9[i1]
            if (typeof item0 !== 'string') {
              continue
            }
            if (typeof indices0[item0] == 'number') {
              j0 = indices0[item0]
              const err26 = {
                instancePath: instancePath + '/context',
                schemaPath: '#/properties/context/uniqueItems',
                keyword: 'uniqueItems',
                params: { i: i1, j: j0 },
                message: 'must NOT have duplicate items (items ## ' + j0 + ' and ' + i1 + ' are identical)',
              }
              if (vErrors === null) {
                vErrors = [err26]
              } else {
                vErrors.push(err26)
              }
              errors++
              break
            }
            indices0[item0] = i1
          }
        }
      } else {
        const err27 = {
          instancePath: instancePath + '/context',
          schemaPath: '#/properties/context/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
        }
        if (vErrors === null) {
          vErrors = [err27]
        } else {
          vErrors.push(err27)
        }
        errors++
      }
    }
    if (data.config !== void 0) {
      if (
        !validate21(data.config, {
          instancePath: instancePath + '/config',
          parentData: data,
          parentDataProperty: 'config',
          rootData,
          dynamicAnchors,
        })
      ) {
        vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors)
        errors = vErrors.length
      }
    }
    if (data.lifecycle !== void 0) {
      let data12 = data.lifecycle
      if (data12 && typeof data12 == 'object' && !Array.isArray(data12)) {
        if (data12.url === void 0) {
          const err28 = {
            instancePath: instancePath + '/lifecycle',
            schemaPath: '#/properties/lifecycle/required',
            keyword: 'required',
            params: { missingProperty: 'url' },
            message: "must have required property 'url'",
          }
          if (vErrors === null) {
            vErrors = [err28]
          } else {
            vErrors.push(err28)
          }
          errors++
        }
        if (data12.events === void 0) {
          const err29 = {
            instancePath: instancePath + '/lifecycle',
            schemaPath: '#/properties/lifecycle/required',
            keyword: 'required',
            params: { missingProperty: 'events' },
            message: "must have required property 'events'",
          }
          if (vErrors === null) {
            vErrors = [err29]
          } else {
            vErrors.push(err29)
          }
          errors++
        }
        if (data12.url !== void 0) {
          if (!(typeof data12.url === 'string')) {
            const err30 = {
              instancePath: instancePath + '/lifecycle/url',
              schemaPath: '#/properties/lifecycle/properties/url/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
            }
            if (vErrors === null) {
              vErrors = [err30]
            } else {
              vErrors.push(err30)
            }
            errors++
          }
        }
        if (data12.events !== void 0) {
          let data14 = data12.events
          if (Array.isArray(data14)) {
            if (data14.length < 1) {
              const err31 = {
                instancePath: instancePath + '/lifecycle/events',
                schemaPath: '#/properties/lifecycle/properties/events/minItems',
                keyword: 'minItems',
                params: { limit: 1 },
                message: 'must NOT have fewer than 1 items',
              }
              if (vErrors === null) {
                vErrors = [err31]
              } else {
                vErrors.push(err31)
              }
              errors++
            }
            const len1 = data14.length
            for (let i2 = 0; i2 < len1; i2++) {
              let data15 = data14[i2]
              if (typeof data15 !== 'string') {
                const err32 = {
                  instancePath: instancePath + '/lifecycle/events/' + i2,
                  schemaPath: '#/properties/lifecycle/properties/events/items/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                }
                if (vErrors === null) {
                  vErrors = [err32]
                } else {
                  vErrors.push(err32)
                }
                errors++
              }
              if (!(
                data15 === 'install' ||
                data15 === 'uninstall' ||
                data15 === 'instance_add' ||
                data15 === 'instance_remove'
              )) {
                const err33 = {
                  instancePath: instancePath + '/lifecycle/events/' + i2,
                  schemaPath: '#/properties/lifecycle/properties/events/items/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema31.properties.lifecycle.properties.events.items.enum },
                  message: 'must be equal to one of the allowed values',
                }
                if (vErrors === null) {
                  vErrors = [err33]
                } else {
                  vErrors.push(err33)
                }
                errors++
              }
            }
            let i3 = data14.length
            let j1
            if (i3 > 1) {
              const indices1 = {}
              for (; i3--;) {
                let item1 = data14[i3]
                if (typeof item1 !== 'string') {
                  continue
                }
                if (typeof indices1[item1] == 'number') {
                  j1 = indices1[item1]
                  const err34 = {
                    instancePath: instancePath + '/lifecycle/events',
                    schemaPath: '#/properties/lifecycle/properties/events/uniqueItems',
                    keyword: 'uniqueItems',
                    params: { i: i3, j: j1 },
                    message: 'must NOT have duplicate items (items ## ' + j1 + ' and ' + i3 + ' are identical)',
                  }
                  if (vErrors === null) {
                    vErrors = [err34]
                  } else {
                    vErrors.push(err34)
                  }
                  errors++
                  break
                }
                indices1[item1] = i3
              }
            }
          } else {
            const err35 = {
              instancePath: instancePath + '/lifecycle/events',
              schemaPath: '#/properties/lifecycle/properties/events/type',
              keyword: 'type',
              params: { type: 'array' },
              message: 'must be array',
            }
            if (vErrors === null) {
              vErrors = [err35]
            } else {
              vErrors.push(err35)
            }
            errors++
          }
        }
      } else {
        const err36 = {
          instancePath: instancePath + '/lifecycle',
          schemaPath: '#/properties/lifecycle/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
        }
        if (vErrors === null) {
          vErrors = [err36]
        } else {
          vErrors.push(err36)
        }
        errors++
      }
    }
    if (data.apiAccess !== void 0) {
      let data16 = data.apiAccess
      if (data16 && typeof data16 == 'object' && !Array.isArray(data16)) {
        if (data16.url === void 0) {
          const err37 = {
            instancePath: instancePath + '/apiAccess',
            schemaPath: '#/properties/apiAccess/required',
            keyword: 'required',
            params: { missingProperty: 'url' },
            message: "must have required property 'url'",
          }
          if (vErrors === null) {
            vErrors = [err37]
          } else {
            vErrors.push(err37)
          }
          errors++
        }
        if (data16.client === void 0) {
          const err38 = {
            instancePath: instancePath + '/apiAccess',
            schemaPath: '#/properties/apiAccess/required',
            keyword: 'required',
            params: { missingProperty: 'client' },
            message: "must have required property 'client'",
          }
          if (vErrors === null) {
            vErrors = [err38]
          } else {
            vErrors.push(err38)
          }
          errors++
        }
        if (data16.url !== void 0) {
          if (!(typeof data16.url === 'string')) {
            const err39 = {
              instancePath: instancePath + '/apiAccess/url',
              schemaPath: '#/properties/apiAccess/properties/url/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
            }
            if (vErrors === null) {
              vErrors = [err39]
            } else {
              vErrors.push(err39)
            }
            errors++
          }
        }
        if (data16.client !== void 0) {
          let data18 = data16.client
          if (data18 && typeof data18 == 'object' && !Array.isArray(data18)) {
            if (data18.mode === void 0) {
              const err40 = {
                instancePath: instancePath + '/apiAccess/client',
                schemaPath: '#/properties/apiAccess/properties/client/required',
                keyword: 'required',
                params: { missingProperty: 'mode' },
                message: "must have required property 'mode'",
              }
              if (vErrors === null) {
                vErrors = [err40]
              } else {
                vErrors.push(err40)
              }
              errors++
            }
            if (data18.scope === void 0) {
              const err41 = {
                instancePath: instancePath + '/apiAccess/client',
                schemaPath: '#/properties/apiAccess/properties/client/required',
                keyword: 'required',
                params: { missingProperty: 'scope' },
                message: "must have required property 'scope'",
              }
              if (vErrors === null) {
                vErrors = [err41]
              } else {
                vErrors.push(err41)
              }
              errors++
            }
            if (data18.mode !== void 0) {
              let data19 = data18.mode
              if (Array.isArray(data19)) {
                if (data19.length < 1) {
                  const err42 = {
                    instancePath: instancePath + '/apiAccess/client/mode',
                    schemaPath: '#/properties/apiAccess/properties/client/properties/mode/minItems',
                    keyword: 'minItems',
                    params: { limit: 1 },
                    message: 'must NOT have fewer than 1 items',
                  }
                  if (vErrors === null) {
                    vErrors = [err42]
                  } else {
                    vErrors.push(err42)
                  }
                  errors++
                }
                const len2 = data19.length
                for (let i4 = 0; i4 < len2; i4++) {
                  let data20 = data19[i4]
                  if (typeof data20 !== 'string') {
                    const err43 = {
                      instancePath: instancePath + '/apiAccess/client/mode/' + i4,
                      schemaPath: '#/properties/apiAccess/properties/client/properties/mode/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    }
                    if (vErrors === null) {
                      vErrors = [err43]
                    } else {
                      vErrors.push(err43)
                    }
                    errors++
                  }
                  if (!(data20 === 'authorization_code')) {
                    const err44 = {
                      instancePath: instancePath + '/apiAccess/client/mode/' + i4,
                      schemaPath: '#/properties/apiAccess/properties/client/properties/mode/items/enum',
                      keyword: 'enum',
                      params: {
                        allowedValues: schema31.properties.apiAccess.properties.client.properties.mode.items.enum,
                      },
                      message: 'must be equal to one of the allowed values',
                    }
                    if (vErrors === null) {
                      vErrors = [err44]
                    } else {
                      vErrors.push(err44)
                    }
                    errors++
                  }
                }
                let i5 = data19.length
                let j2
                if (i5 > 1) {
                  const indices2 = {}
                  for (; i5--;) {
                    let item2 = data19[i5]
                    if (typeof item2 !== 'string') {
                      continue
                    }
                    if (typeof indices2[item2] == 'number') {
                      j2 = indices2[item2]
                      const err45 = {
                        instancePath: instancePath + '/apiAccess/client/mode',
                        schemaPath: '#/properties/apiAccess/properties/client/properties/mode/uniqueItems',
                        keyword: 'uniqueItems',
                        params: { i: i5, j: j2 },
                        message: 'must NOT have duplicate items (items ## ' + j2 + ' and ' + i5 + ' are identical)',
                      }
                      if (vErrors === null) {
                        vErrors = [err45]
                      } else {
                        vErrors.push(err45)
                      }
                      errors++
                      break
                    }
                    indices2[item2] = i5
                  }
                }
              } else {
                const err46 = {
                  instancePath: instancePath + '/apiAccess/client/mode',
                  schemaPath: '#/properties/apiAccess/properties/client/properties/mode/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                }
                if (vErrors === null) {
                  vErrors = [err46]
                } else {
                  vErrors.push(err46)
                }
                errors++
              }
            }
            if (data18.scope !== void 0) {
              let data21 = data18.scope
              if (Array.isArray(data21)) {
                if (data21.length < 1) {
                  const err47 = {
                    instancePath: instancePath + '/apiAccess/client/scope',
                    schemaPath: '#/properties/apiAccess/properties/client/properties/scope/minItems',
                    keyword: 'minItems',
                    params: { limit: 1 },
                    message: 'must NOT have fewer than 1 items',
                  }
                  if (vErrors === null) {
                    vErrors = [err47]
                  } else {
                    vErrors.push(err47)
                  }
                  errors++
                }
                const len3 = data21.length
                for (let i6 = 0; i6 < len3; i6++) {
                  let data22 = data21[i6]
                  if (typeof data22 !== 'string') {
                    const err48 = {
                      instancePath: instancePath + '/apiAccess/client/scope/' + i6,
                      schemaPath: '#/properties/apiAccess/properties/client/properties/scope/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    }
                    if (vErrors === null) {
                      vErrors = [err48]
                    } else {
                      vErrors.push(err48)
                    }
                    errors++
                  }
                  if (!(data22 === 'plugin:notify')) {
                    const err49 = {
                      instancePath: instancePath + '/apiAccess/client/scope/' + i6,
                      schemaPath: '#/properties/apiAccess/properties/client/properties/scope/items/enum',
                      keyword: 'enum',
                      params: {
                        allowedValues: schema31.properties.apiAccess.properties.client.properties.scope.items.enum,
                      },
                      message: 'must be equal to one of the allowed values',
                    }
                    if (vErrors === null) {
                      vErrors = [err49]
                    } else {
                      vErrors.push(err49)
                    }
                    errors++
                  }
                }
                let i7 = data21.length
                let j3
                if (i7 > 1) {
                  const indices3 = {}
                  for (; i7--;) {
                    let item3 = data21[i7]
                    if (typeof item3 !== 'string') {
                      continue
                    }
                    if (typeof indices3[item3] == 'number') {
                      j3 = indices3[item3]
                      const err50 = {
                        instancePath: instancePath + '/apiAccess/client/scope',
                        schemaPath: '#/properties/apiAccess/properties/client/properties/scope/uniqueItems',
                        keyword: 'uniqueItems',
                        params: { i: i7, j: j3 },
                        message: 'must NOT have duplicate items (items ## ' + j3 + ' and ' + i7 + ' are identical)',
                      }
                      if (vErrors === null) {
                        vErrors = [err50]
                      } else {
                        vErrors.push(err50)
                      }
                      errors++
                      break
                    }
                    indices3[item3] = i7
                  }
                }
              } else {
                const err51 = {
                  instancePath: instancePath + '/apiAccess/client/scope',
                  schemaPath: '#/properties/apiAccess/properties/client/properties/scope/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                }
                if (vErrors === null) {
                  vErrors = [err51]
                } else {
                  vErrors.push(err51)
                }
                errors++
              }
            }
          } else {
            const err52 = {
              instancePath: instancePath + '/apiAccess/client',
              schemaPath: '#/properties/apiAccess/properties/client/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            }
            if (vErrors === null) {
              vErrors = [err52]
            } else {
              vErrors.push(err52)
            }
            errors++
          }
        }
      } else {
        const err53 = {
          instancePath: instancePath + '/apiAccess',
          schemaPath: '#/properties/apiAccess/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
        }
        if (vErrors === null) {
          vErrors = [err53]
        } else {
          vErrors.push(err53)
        }
        errors++
      }
    }
    if (data.origin !== void 0) {
      let data23 = data.origin
      const _errs83 = errors
      let valid26 = false
      const _errs84 = errors
      if (!(typeof data23 === 'string')) {
        const err54 = {
          instancePath: instancePath + '/origin',
          schemaPath: '#/$defs/origin/anyOf/0/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        }
        if (vErrors === null) {
          vErrors = [err54]
        } else {
          vErrors.push(err54)
        }
        errors++
      }
      var _valid0 = _errs84 === errors
      valid26 = valid26 || _valid0
      const _errs86 = errors
      if (Array.isArray(data23)) {
        if (data23.length < 1) {
          const err55 = {
            instancePath: instancePath + '/origin',
            schemaPath: '#/$defs/origin/anyOf/1/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            message: 'must NOT have fewer than 1 items',
          }
          if (vErrors === null) {
            vErrors = [err55]
          } else {
            vErrors.push(err55)
          }
          errors++
        }
        const len4 = data23.length
        for (let i8 = 0; i8 < len4; i8++) {
          if (!(typeof data23[i8] === 'string')) {
            const err56 = {
              instancePath: instancePath + '/origin/' + i8,
              schemaPath: '#/$defs/origin/anyOf/1/items/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
            }
            if (vErrors === null) {
              vErrors = [err56]
            } else {
              vErrors.push(err56)
            }
            errors++
          }
        }
        let i9 = data23.length
        let j4
        if (i9 > 1) {
          const indices4 = {}
          for (; i9--;) {
            let item4 = data23[i9]
            if (typeof item4 !== 'string') {
              continue
            }
            if (typeof indices4[item4] == 'number') {
              j4 = indices4[item4]
              const err57 = {
                instancePath: instancePath + '/origin',
                schemaPath: '#/$defs/origin/anyOf/1/uniqueItems',
                keyword: 'uniqueItems',
                params: { i: i9, j: j4 },
                message: 'must NOT have duplicate items (items ## ' + j4 + ' and ' + i9 + ' are identical)',
              }
              if (vErrors === null) {
                vErrors = [err57]
              } else {
                vErrors.push(err57)
              }
              errors++
              break
            }
            indices4[item4] = i9
          }
        }
      } else {
        const err58 = {
          instancePath: instancePath + '/origin',
          schemaPath: '#/$defs/origin/anyOf/1/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
        }
        if (vErrors === null) {
          vErrors = [err58]
        } else {
          vErrors.push(err58)
        }
        errors++
      }
      var _valid0 = _errs86 === errors
      valid26 = valid26 || _valid0
      if (!valid26) {
        const err59 = {
          instancePath: instancePath + '/origin',
          schemaPath: '#/$defs/origin/anyOf',
          keyword: 'anyOf',
          params: {},
          message: 'must match a schema in anyOf',
        }
        if (vErrors === null) {
          vErrors = [err59]
        } else {
          vErrors.push(err59)
        }
        errors++
      } else {
        errors = _errs83
        if (vErrors !== null) {
          if (_errs83) {
            vErrors.length = _errs83
          } else {
            vErrors = null
          }
        }
      }
    }
    if (data.entryPoints !== void 0) {
      let data25 = data.entryPoints
      if (Array.isArray(data25)) {
        if (data25.length < 1) {
          const err60 = {
            instancePath: instancePath + '/entryPoints',
            schemaPath: '#/properties/entryPoints/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            message: 'must NOT have fewer than 1 items',
          }
          if (vErrors === null) {
            vErrors = [err60]
          } else {
            vErrors.push(err60)
          }
          errors++
        }
        const len5 = data25.length
        for (let i10 = 0; i10 < len5; i10++) {
          if (
            !validate25(data25[i10], {
              instancePath: instancePath + '/entryPoints/' + i10,
              parentData: data25,
              parentDataProperty: i10,
              rootData,
              dynamicAnchors,
            })
          ) {
            vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors)
            errors = vErrors.length
          }
        }
      } else {
        const err61 = {
          instancePath: instancePath + '/entryPoints',
          schemaPath: '#/properties/entryPoints/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
        }
        if (vErrors === null) {
          vErrors = [err61]
        } else {
          vErrors.push(err61)
        }
        errors++
      }
    }
  } else {
    const err62 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
    }
    if (vErrors === null) {
      vErrors = [err62]
    } else {
      vErrors.push(err62)
    }
    errors++
  }
  validate20.errors = vErrors
  return errors === 0
}
validate20.evaluated = {
  props: {
    $schema: true,
    manifestVersion: true,
    pluginVersion: true,
    coyoVersion: true,
    name: true,
    description: true,
    thumbnail: true,
    context: true,
    config: true,
    lifecycle: true,
    apiAccess: true,
    origin: true,
    entryPoints: true,
  },
  dynamicProps: false,
  dynamicItems: false,
}
export { stdin_default as default, validate }
