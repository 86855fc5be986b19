import { BackendError } from '../errors.js'
import { readBody, type BodyLimits } from './read-body.js'

/**
 * Reads the token that the host posts: the field `token` of a form, or the member `token` of a JSON object.
 *
 * @throws {BackendError} `ERR_CONTENT_TYPE`, `ERR_BODY_MALFORMED`, `ERR_TOKEN_AMBIGUOUS`, and those of `readBody`
 */
export async function tokenInBody(request: Request, limits: BodyLimits): Promise<string> {
  const [type = ''] = (request.headers.get('content-type') ?? '').split(';')
  switch (type.trim().toLowerCase()) {
    case 'application/x-www-form-urlencoded':
      return onlyToken(new URLSearchParams(await readBody(request, limits)).getAll('token'))
    case 'application/json':
      return onlyToken(tokensInJson(await readBody(request, limits)))
    default:
      throw new BackendError(
        'ERR_CONTENT_TYPE',
        'Expected a body of the type application/x-www-form-urlencoded or application/json.',
      )
  }
}

function tokensInJson(text: string): readonly unknown[] {
  const tokens: unknown[] = []
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // the parser's own message quotes the text
    throw new BackendError('ERR_BODY_MALFORMED', 'The body is not valid JSON.')
  }
  if (typeof value === 'object' && value !== null && Object.hasOwn(value, 'token'))
    tokens.push(Reflect.get(value, 'token'))
  // JSON.parse keeps only the last of two members with the same name
  if ((text.match(/"token"\s*:/g)?.length ?? 0) > 1) tokens.push(undefined)
  return tokens
}

function onlyToken(tokens: readonly unknown[]): string {
  const [token] = tokens
  if (tokens.length > 1) throw new BackendError('ERR_TOKEN_AMBIGUOUS', 'The body has several tokens. Send one.')
  if (typeof token === 'string' && token !== '') return token
  throw new BackendError('ERR_BODY_MALFORMED', 'The body has no field "token".')
}
