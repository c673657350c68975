/** How accounts log in to the sandbox: password, then the one-time code that lands among its messages. */
import type { Http, TokenProvider } from '@tiemchung/http'
import { challengeSchema, sessionSchema } from '@tiemchung/schemas/wire'

/** An account of the sandbox. */
export interface DemoAccount {
  readonly name: string
  readonly password: string
}

/** The newest one-time code among the messages to somebody. */
export async function newestCode(open: Http, query: Record<string, string>): Promise<string> {
  const { items } = (await open.get('/_sandbox/messages', { query })) as {
    items: { text: string }[]
  }
  return /\d{6}/.exec(items[0]?.text ?? '')?.[0] ?? ''
}

/** Logs in with password and one-time code. */
export function logIn(open: Http, { name, password }: DemoAccount): TokenProvider {
  return async () => {
    const body = { account: name, password }
    const { challengeId } = await open.post('/v1/sessions', { body, schema: challengeSchema })
    const code = await newestCode(open, { account: name })
    const session = await open.post(`/v1/sessions/${challengeId}/answer`, {
      body: { code },
      schema: sessionSchema,
    })
    return { value: session.accessToken }
  }
}
