import { InputError, isSdkError, SigningError, uuidv7 } from '@tiemchung/core'
import {
  type PublicKey,
  type SignatureAlgorithm,
  type Signer,
  type SignOptions,
  schemeOf,
} from '@tiemchung/core/crypto'
import { errorCatalogue as signingCatalogue } from '@tiemchung/signing'
import { algorithmFacts, fits, type RemoteAlgorithm } from './check/algorithm.js'
import { digestHolds } from './check/digest-holds.js'
import { orderChain } from './check/order-chain.js'
import { errorCatalogue } from './errors.js'
import type { Contact, SigningCall } from './flow/call.js'
import { cscKeys } from './flow/csc-keys.js'
import { cscSign } from './flow/csc-sign.js'
import type { OfferedKey } from './flow/offered-key.js'
import { type SharedToken, sharedToken } from './flow/shared-token.js'
import { smartCaKeys, smartCaSign } from './flow/smartca.js'
import { memoryJournal, type RequestJournal } from './journal.js'
import type { ProviderProfile } from './profile/profile.js'
import type { RemoteSecrets } from './secrets.js'
import type { CallbackInbox } from './wait/inbox.js'
import { lineOf, providerHttp, type RemoteHttpOptions } from './wire/line.js'
import { type RemoteWorld, systemWorld } from './world.js'

/** How to reach a provider, and as whom. */
export interface RemoteKeysOptions extends Partial<RemoteWorld> {
  /** Scheme and host of the provider, such as `https://provider.example.vn`. None is built in. */
  readonly baseUrl: string
  readonly secrets: RemoteSecrets
  /** Observers, times and retries of the HTTP client. A call that signs is never tried again by it. */
  readonly http?: RemoteHttpOptions
}

/** How a remote signer is opened. */
export interface RemoteSignerOptions extends RemoteKeysOptions {
  /** Which key, by `RemoteKey.id`. Default: the only one that can be used. */
  readonly key?: string
  /** Default: the first of the profile that the key can have. */
  readonly algorithm?: SignatureAlgorithm
  /** Where it is written down what went out. Default: in memory, which a crash takes along. */
  readonly journal?: RequestJournal
  /** Where callbacks of the provider come in. Default: the result is asked for. */
  readonly inbox?: CallbackInbox
}

/** A key that a provider keeps for a user. */
export interface RemoteKey {
  /** Credential id, or serial number of the certificate, as the provider names it. */
  readonly id: string
  /** Certificates in DER, the key's own first. */
  readonly chain: readonly Uint8Array[]
  readonly notBefore: Date
  readonly notAfter: Date
  /** The algorithms of the profile that the key can have. */
  readonly algorithms: readonly SignatureAlgorithm[]
}

/** A key with what is needed to judge its signatures. */
interface OpenKey {
  readonly shown: RemoteKey
  readonly publicKey: PublicKey
  readonly algorithms: readonly RemoteAlgorithm[]
  /** The most hashes of one call: what the profile says, or less when the provider does. */
  readonly limit: number
}

interface Reach {
  readonly world: RemoteWorld
  readonly contact: (signal: SignOptions['signal']) => Contact
  readonly newId: () => string
  readonly tokens: SharedToken
}

/** The wire, dressed anew for each call. */
function reachOf(profile: ProviderProfile, options: RemoteKeysOptions): Reach {
  const { clock, random, sleep, fetch, crypto } = options
  const given = Object.entries({ clock, random, sleep, fetch, crypto })
  const named = given.filter(([, value]) => value !== undefined)
  const world: RemoteWorld = { ...systemWorld, ...(Object.fromEntries(named) as object) }
  const http = providerHttp(options.baseUrl, world, options.http)
  const longest = profile.confirmation.value + 30
  const patient = providerHttp(options.baseUrl, world, options.http, longest)
  const { secrets } = options
  const tokens = sharedToken()
  return {
    world,
    tokens,
    newId: () => uuidv7(world),
    contact: (signal) => {
      const lines = {
        line: lineOf(http, profile.base, signal),
        patient: lineOf(patient, profile.base, signal),
      }
      return { profile, secrets, world, signal, tokens, ...lines }
    },
  }
}

async function openKey(
  profile: ProviderProfile,
  { crypto }: RemoteWorld,
  { id, own, others, most = Infinity }: OfferedKey,
): Promise<OpenKey> {
  const chain = orderChain(own, others)
  const [{ spki, notBefore, notAfter }] = chain
  const publicKey = await crypto.importPublicKey(spki)
  const algorithms = profile.algorithms.filter((one) => fits(one, publicKey.kind))
  const shown = { id, chain: chain.map(({ der }) => der), notBefore, notAfter, algorithms }
  return { shown, publicKey, algorithms, limit: Math.min(profile.hashes.value, most) }
}

async function offeredBy(profile: ProviderProfile, reach: Reach): Promise<readonly OfferedKey[]> {
  const contact = reach.contact(undefined)
  const end = reach.tokens.begin()
  try {
    return await (profile.flow === 'smartca' ? smartCaKeys(contact, reach.newId) : cscKeys(contact))
  } finally {
    end()
  }
}

/** The user's keys whose certificates can be read. */
async function keysOf(profile: ProviderProfile, reach: Reach): Promise<readonly OpenKey[]> {
  const offered = await offeredBy(profile, reach)
  const keys: OpenKey[] = []
  for (const one of offered) {
    try {
      keys.push(await openKey(profile, reach.world, one))
    } catch (caught) {
      // A certificate that cannot be read, or a kind of key that is not known, is no key for us.
      if (!isSdkError(caught)) throw caught
    }
  }
  return keys
}

/**
 * The keys that a provider keeps for the user, as far as they can be read. That a certificate is shown here
 * does not mean that anybody should believe it.
 *
 * @throws SigningError `signing.credential`, `signing.unavailable`
 */
export async function listRemoteKeys(
  profile: ProviderProfile,
  options: RemoteKeysOptions,
): Promise<readonly RemoteKey[]> {
  return (await keysOf(profile, reachOf(profile, options))).map(({ shown }) => shown)
}

function chosenKey(
  keys: readonly OpenKey[],
  { key, algorithm }: RemoteSignerOptions,
  at: Date,
): { readonly chosen: OpenKey; readonly algorithm: RemoteAlgorithm } {
  const able = keys.flatMap((one) => {
    const { shown, algorithms } = one
    const found = algorithms.find((name) => algorithm === undefined || name === algorithm)
    const alive = shown.notBefore <= at && at <= shown.notAfter
    const named = key === undefined || shown.id === key
    return found !== undefined && alive && named ? [{ chosen: one, algorithm: found }] : []
  })
  const [only, ...others] = able
  if (only === undefined) throw new SigningError(signingCatalogue, 'signing.no-certificate')
  if (others.length === 0) return only
  const params = { count: able.length }
  throw new InputError(errorCatalogue, 'signing.remote.key', { path: ['key'], params })
}

type Inputs = readonly Uint8Array[]
type Holds = (index: number, signature: Uint8Array) => Promise<boolean>

/** What observers throw is dropped: a broken display must not end a signature that is under way. */
function teller({ onEvent }: SignOptions): SigningCall['tell'] {
  return (event) => {
    try {
      onEvent?.(event)
    } catch {
      // An observer's failure is the observer's own.
    }
  }
}

/** Asks a provider for signatures over digests, by one key. */
function askerOf(
  profile: ProviderProfile,
  options: RemoteSignerOptions,
  reach: Reach,
  { chosen, algorithm }: ReturnType<typeof chosenKey>,
) {
  const { publicKey, shown, limit } = chosen
  const journal = options.journal ?? memoryJournal()
  return async (hashes: Inputs, holds: Holds, each: SignOptions = {}): Promise<Inputs> => {
    if (hashes.length === 0) return []
    if (hashes.length > limit) throw new InputError(errorCatalogue, 'signing.limit')
    const call: SigningCall = {
      ...reach.contact(each.signal),
      ...{ key: shown.id, algorithm, publicKey, hashes, journal, holds },
      inbox: options.inbox,
      request: each.request ?? reach.newId(),
      tell: teller(each),
    }
    const end = reach.tokens.begin()
    try {
      return await (profile.flow === 'smartca' ? smartCaSign(call) : cscSign(call))
    } finally {
      end()
    }
  }
}

/**
 * A signer whose key a provider keeps, and whose user confirms: by PIN and one-time code, or on a phone.
 *
 * Only digests leave. What comes back is returned when it is complete, in order, and each signature holds
 * under the key's own certificate; else nothing is. Passwords, PINs and codes come from the functions in
 * `secrets`, when they are needed, and are not kept; calls that are under way together share an access token, and the
 * last of them lets go of it. It does not establish that the chain is
 * to be believed, or that the user saw what was signed.
 *
 * A call under a `request` that was used before takes up what is under way, where the provider can; where it
 * cannot, it ends in `signing.unsure` rather than in a second signature. After `signing.expired` and
 * `signing.rejected` a new request id is needed.
 *
 * @throws SigningError `signing.no-certificate`, `signing.credential`, `signing.unavailable`
 * @throws InputError `signing.remote.key` when the user has several keys that fit
 */
export async function openRemoteSigner(
  profile: ProviderProfile,
  options: RemoteSignerOptions,
): Promise<Signer> {
  const reach = reachOf(profile, options)
  const { crypto, clock } = reach.world
  const chosen = chosenKey(await keysOf(profile, reach), options, clock.now())
  const { algorithm } = chosen
  const { publicKey, shown, limit } = chosen.chosen
  const { hash, hashLength } = algorithmFacts(algorithm)
  const ask = askerOf(profile, options, reach, chosen)
  const nothing = new Uint8Array()

  const signMany = async (data: Inputs, each?: SignOptions): Promise<Inputs> => {
    const hashes: Uint8Array[] = []
    for (const one of data) hashes.push(await crypto.digest(hash, one))
    const holds: Holds = async (index, signature) =>
      crypto.verify(schemeOf[algorithm], publicKey, signature, data[index] ?? nothing)
    return ask(hashes, holds, each)
  }
  return {
    algorithm,
    chain: shown.chain,
    limit,
    signMany,
    sign: async (data, each) => (await signMany([data], each))[0] ?? nothing,
    signHashes: async (hashes, each) => {
      if (hashes.some((one) => one.length !== hashLength)) {
        throw new InputError(errorCatalogue, 'signing.remote.digest', { path: ['hashes'] })
      }
      const holds = (index: number, signature: Uint8Array) =>
        digestHolds(algorithm, publicKey, signature, hashes[index] ?? nothing)
      return ask(hashes, async (...args) => Promise.resolve(holds(...args)), each)
    },
  }
}
