import { fromBase64, fromHex } from '@tiemchung/core'
import type { App, AppContext } from '../app/operation-spec.js'
import type { Services } from '../services.js'
import type { Credential, CredentialStore } from './credentials.js'
import type { Desk } from './desk.js'
import type { ProviderUser, SigningProviders } from './provider.js'

/** A JSON answer. */
export interface Reply {
  readonly status: number
  readonly body: object
}

/** The members of a request's body. */
export type Loose = Readonly<Record<string, unknown>>

/** What the routes of all providers share. */
export interface ProviderService {
  readonly services: Services
  readonly desk: Desk
  readonly credentials: CredentialStore
  readonly client: SigningProviders['client']
  readonly users: readonly ProviderUser[]
  /** How many access tokens were given out. */
  readonly tokens: { given: number }
}

const form = 'application/x-www-form-urlencoded'

/** The members of a body in JSON, or of a form, as OAuth 2 has it. */
async function bodyOf({ req }: AppContext): Promise<Loose> {
  if (req.header('content-type')?.startsWith(form) === true) {
    return Object.fromEntries(new URLSearchParams(await req.text()))
  }
  const value: unknown = await req.json().catch(() => ({}))
  return typeof value === 'object' && value !== null ? (value as Loose) : {}
}

/** Serves one POST of a provider. What is no JSON object and no form is an empty one. */
export function serve(
  app: App,
  path: string,
  handle: (body: Loose, context: AppContext) => Promise<Reply> | Reply,
): void {
  app.post(`/providers${path}`, async (context) => {
    const reply = await handle(await bodyOf(context), context)
    return context.json(reply.body, reply.status as 200)
  })
}

/** A member that is a text, or an empty one. */
export function textIn(body: Loose, name: string): string {
  const value = body[name]
  return typeof value === 'string' ? value : ''
}

/** The texts of a member that is a list of them, or undefined. */
export function textsIn(body: Loose, name: string): readonly string[] | undefined {
  const value = body[name]
  if (!Array.isArray(value)) return undefined
  const texts = (value as unknown[]).filter((one): one is string => typeof one === 'string')
  return texts.length === value.length ? texts : undefined
}

/** A SHA-256 digest in base64 or hex, or undefined. */
export function digestOf(text: string, encoding: 'base64' | 'hex'): Uint8Array | undefined {
  try {
    const bytes = encoding === 'hex' ? fromHex(text) : fromBase64(text)
    return bytes.length === 32 ? bytes : undefined
  } catch {
    return undefined
  }
}

/** The user's own key of this id, or undefined. */
export async function credentialOf(
  service: ProviderService,
  user: ProviderUser,
  id: string,
): Promise<Credential | undefined> {
  return user.credentials.includes(id) ? service.credentials.find(id) : undefined
}
