/** Whom `verify` believes. */
import type {
  RevocationSource,
  TrustedKey,
  TrustStore,
  VerifyOptions,
} from '@tiemchung/certificates'
import { parsePin, type Pin } from '@tiemchung/certificates/signed'
import { chainVerifier, mergeTrust } from '@tiemchung/certificates/trust'
import { InputError, type Language } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import { bytesOf, optionOf } from '../input.js'
import type { Io } from '../io.js'
import { ageTerms } from './age.js'
import { anchorsOf } from './anchors.js'
import {
  currentState,
  keptRevocation,
  type KeptOptions,
  loadKept,
  sayMissingList,
  termsIn,
} from './kept-trust.js'
import { loadFile } from './load-file.js'
import { sayOpen } from './say-open.js'
import type { LoadedFile, TrustTerms } from './terms.js'
import { readTrustFile } from './trust-file.js'

/** The options that say whom to believe. */
export interface TrustOptions extends KeptOptions {
  /** Files of any kind, recognised by their content; `VN=file` for certificates that name no country. */
  readonly trust: readonly string[]
  /** `VN=csca.pem`, once for each file. */
  readonly anchor: readonly string[]
  /** The trust anchor of a gateway's list. */
  readonly trustAnchor: readonly string[]
  /** SHA-256 of a certificate or key, or a file with a publisher's public key. */
  readonly pin: readonly string[]
  readonly maxAge?: string
}

/** What `verifyCertificate` needs to know of trust. */
export type Trust = Required<Pick<VerifyOptions, 'trust' | 'chain'>>

/** Whom to believe, and the revocation lists that are kept beside. */
export interface FoundTrust {
  readonly trust: Trust
  readonly revocation: readonly RevocationSource[]
}

const isHash = (text: string) => /^(?:sha256:)?[0-9a-f:]{64,95}$/i.test(text)

async function dersIn(
  io: Io,
  paths: readonly string[],
  option: string,
  kind: 'certificates' | 'keys',
): Promise<readonly Uint8Array[]> {
  const all: Uint8Array[] = []
  for (const path of paths) {
    const file = readTrustFile(await bytesOf(io, path, [option]), [option])
    if (file.kind !== kind) throw new InputError(errorCatalogue, 'cli.use', { path: [option] })
    all.push(...file.ders)
  }
  return all
}

/** What files are judged by, as the options have it. */
export async function termsOf(io: Io, options: TrustOptions, at: Date): Promise<TrustTerms> {
  const { anchor, trustAnchor, pin, maxAge } = options
  const files = pin.filter((one) => !isHash(one))
  const pins: Pin[] = pin.filter(isHash).map((one) => optionOf('--pin', one, parsePin))
  return {
    at,
    anchors: await anchorsOf(io, anchor),
    trustAnchors: await dersIn(io, trustAnchor, '--trust-anchor', 'certificates'),
    pins,
    keys: await dersIn(io, files, '--pin', 'keys'),
    ...ageTerms(maxAge),
  }
}

async function loadArgument(io: Io, argument: string, terms: TrustTerms): Promise<LoadedFile> {
  const where = ['--trust']
  const [, country, path = argument] = /^([A-Z]{2})=(.+)$/.exec(argument) ?? []
  const file = readTrustFile(await bytesOf(io, path, where), where)
  return loadFile(file, country, terms, where)
}

/** One judgement a key: a batch is signed by few, and the instant is the same for all of it. */
function judgedOnce(chain: Trust['chain']): Trust['chain'] {
  const known = new Map<TrustedKey, ReturnType<Trust['chain']>>()
  return (key, at) => {
    const found = known.get(key) ?? chain(key, at)
    known.set(key, found)
    return found
  }
}

/** Keys that were believed when they were loaded, for this very instant, are not judged again. */
function chainOf(believed: TrustStore, terms: TrustTerms): Trust['chain'] {
  const judge = judgedOnce(chainVerifier(terms))
  return (key, at) =>
    believed.keysFor(key.keyId).includes(key) ? { verdict: 'valid', checks: [] } : judge(key, at)
}

function trustIn(loaded: readonly LoadedFile[], terms: TrustTerms): Trust {
  const believed = mergeTrust(...loaded.map(({ trust }) => trust))
  const all = mergeTrust(believed, ...loaded.flatMap(({ refused }) => refused ?? []))
  return { trust: all, chain: chainOf(believed, terms) }
}

/** Options that name somebody are all that counts; what is kept on the machine is for who names nobody. */
const namesSomebody = ({ trust, anchor, trustAnchor, pin }: TrustOptions) =>
  [trust, anchor, trustAnchor, pin].some((given) => given.length > 0)

async function keptTrust(
  io: Io,
  options: TrustOptions,
  given: TrustTerms,
  language: Language,
): Promise<FoundTrust & { readonly open: LoadedFile['open'] }> {
  const state = await currentState(io, options, given, language)
  sayMissingList(io, state, language)
  const terms = termsIn(state, given)
  const loaded = await loadKept(state, terms)
  const revocation = await keptRevocation(state, terms)
  return { trust: trustIn(loaded, terms), revocation, open: loaded.flatMap(({ open }) => open) }
}

/**
 * Whom the options name, else what is pinned and kept on this machine, with a verifier of chains. A key whose chain does
 * not hold stays known, so that its certificates are refused by `signer.chain` and not for being unknown.
 *
 * @throws ParseError `cli.file`, `cli.json`, `cli.trust-kind`, `cli.state`, `certificate-trust.*`, `parse.pem`, `x509.*`
 * @throws InputError `cli.use`
 */
export async function trustOf(
  io: Io,
  options: TrustOptions,
  at: Date,
  language: Language,
): Promise<FoundTrust> {
  const terms = await termsOf(io, options, at)
  if (!namesSomebody(options)) {
    const { open, ...found } = await keptTrust(io, options, terms, language)
    sayOpen(io, open, language)
    return found
  }
  const loaded: LoadedFile[] = []
  for (const argument of options.trust) loaded.push(await loadArgument(io, argument, terms))
  sayOpen(
    io,
    loaded.flatMap(({ open }) => open),
    language,
  )
  return { trust: trustIn(loaded, terms), revocation: [] }
}
