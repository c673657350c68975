import { type AbortSignalLike, SigningError, toHex } from '@tiemchung/core'
import type { PublicKey, SigningEvent } from '@tiemchung/core/crypto'
import { errorCatalogue as signingCatalogue } from '@tiemchung/signing'
import type { RemoteAlgorithm } from '../check/algorithm.js'
import { rawSignature } from '../check/raw-signature.js'
import { InputError } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import type { RequestEntry, RequestJournal } from '../journal.js'
import type { ProviderProfile } from '../profile/profile.js'
import type { RemoteSecrets } from '../secrets.js'
import type { NamedSignature } from '../wait/callback.js'
import type { CallbackInbox } from '../wait/inbox.js'
import type { Line } from '../wire/line.js'
import type { SharedToken } from './shared-token.js'
import type { RemoteWorld } from '../world.js'

/** What every operation with a provider has at hand. */
export interface Contact {
  readonly profile: ProviderProfile
  readonly secrets: RemoteSecrets
  readonly world: RemoteWorld
  readonly line: Line
  /** The same provider, for a call that hangs until somebody has confirmed. */
  readonly patient: Line
  readonly signal: AbortSignalLike | undefined
  /** Shared by the calls of one signer. */
  readonly tokens: SharedToken
}

/** One call for signatures. */
export interface SigningCall extends Contact {
  /** The provider's name of the key: a credential id or a serial number. */
  readonly key: string
  readonly algorithm: RemoteAlgorithm
  readonly publicKey: PublicKey
  readonly hashes: readonly Uint8Array[]
  readonly request: string
  readonly journal: RequestJournal
  readonly inbox: CallbackInbox | undefined
  tell(event: SigningEvent): void
  /** Whether a signature holds over what is at this place. */
  holds(index: number, signature: Uint8Array): Promise<boolean>
}

/** Our name for what is at a place of the list. */
export const docOf = (index: number): string => `d${index}`

/** The signatures in order, when they are all there, once each, and each holds; else undefined. */
async function soundOf(
  call: SigningCall,
  named: readonly NamedSignature[],
): Promise<readonly Uint8Array[] | undefined> {
  if (named.length !== call.hashes.length) return undefined
  const byDoc = new Map(named.map(({ doc, signature }) => [doc, signature]))
  const sound: Uint8Array[] = []
  for (let index = 0; index < call.hashes.length; index += 1) {
    const signature = byDoc.get(docOf(index))
    if (signature === undefined) return undefined
    const raw = rawSignature(call.publicKey, signature)
    if (!(await call.holds(index, raw))) return undefined
    sound.push(raw)
  }
  return sound
}

/**
 * The signatures in order. One that does not hold under the key's own certificate never leaves here.
 *
 * @throws SigningError `signing.answer`
 */
export async function judged(
  call: SigningCall,
  named: readonly NamedSignature[],
): Promise<readonly Uint8Array[]> {
  const sound = await soundOf(call, named)
  if (sound !== undefined) return sound
  throw new SigningError(signingCatalogue, 'signing.answer')
}

/** The same of what anybody may have sent: undefined when it does not hold. */
export const judgedCallback = soundOf

/**
 * What was written down of this request before, which must have been for the same data.
 *
 * @throws InputError `signing.request-reused`
 */
export async function entryOf(
  call: SigningCall,
): Promise<{ readonly before: RequestEntry | undefined; readonly digest: string }> {
  const { crypto } = call.world
  const whole = new Uint8Array(call.hashes.length * (call.hashes[0]?.length ?? 0))
  call.hashes.forEach((hash, index) => {
    whole.set(hash, index * hash.length)
  })
  const digest = toHex(await crypto.digest('SHA-256', whole))
  const before = await call.journal.read(call.request)
  if (before === undefined || before.digest === digest) return { before, digest }
  throw new InputError(errorCatalogue, 'signing.request-reused')
}
