/** A session's client: its token is renewed while the page is open, and forgotten with the page. */
import type { Http } from '@tiemchung/http'
import { type Session, sessionSchema } from '@tiemchung/schemas/wire'
import { platform } from './page.js'

/** A client with the token of a session, which is renewed while the page is open. */
export function clientOf(first: Session): Http {
  let session = first
  const renew = async () => {
    const body = { refreshToken: session.refreshToken }
    const once = { body, schema: sessionSchema, idempotencyKey: false } as const
    session = await platform().post('/v1/sessions/refresh', once)
  }
  return platform({
    tokens: async ({ reason }) => {
      if (reason !== 'first') await renew()
      return { value: session.accessToken, expiresAt: new Date(session.expiresAt) }
    },
  })
}
