/** `oauth2/token` of the CSC API for software: the client credentials grant of OAuth 2 (RFC 6749 section 4.4). */
import { fromBase64, fromUtf8 } from '@tiemchung/core'
import type { AppContext } from '../app/operation-spec.js'
import { type CscSessions, refusal } from './csc-session.js'
import { type Loose, type ProviderService, type Reply, textIn } from './service.js'

/** Id and secret of the header, form-encoded before they were joined (RFC 6749 section 2.3.1); else of the body. */
function clientOf(body: Loose, header: string | undefined): readonly [string, string] {
  const basic = /^Basic (\S+)$/.exec(header ?? '')?.[1]
  if (basic === undefined) return [textIn(body, 'client_id'), textIn(body, 'client_secret')]
  try {
    const [id = '', secret = ''] = fromUtf8(fromBase64(basic)).split(':', 2).map(decodeURIComponent)
    return [id, secret]
  } catch {
    return ['', '']
  }
}

/** A token of the software itself: each call says for which user it is. */
export function clientToken(
  { client }: ProviderService,
  sessions: CscSessions,
  body: Loose,
  context: AppContext,
): Reply {
  if (textIn(body, 'grant_type') !== 'client_credentials') {
    return refusal(400, 'unsupported_grant_type', 'The grant type is not supported')
  }
  const [id, secret] = clientOf(body, context.req.header('authorization'))
  if (id === client.id && secret === client.secret) return sessions.open(undefined)
  return refusal(401, 'invalid_client', 'Unknown client')
}
