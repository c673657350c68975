/** Whom `verify` believes. */
import type { TrustedKey, TrustStore, VerifyOptions } from '@tiemchung/certificates'
import {
  parsePin,
  type Pin,
  type SnapshotPolicy,
  weeklySnapshot,
} from '@tiemchung/certificates/signed'
import { chainVerifier, mergeTrust } from '@tiemchung/certificates/trust'
import { InputError, type Language } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import { bytesOf, optionOf } from '../input.js'
import type { Io } from '../io.js'
import { anchorsOf } from './anchors.js'
import { loadFile } from './load-file.js'
import { sayOpen } from './say-open.js'
import type { LoadedFile, TrustTerms } from './terms.js'
import { readTrustFile } from './trust-file.js'

/** The options that say whom to believe. */
export interface TrustOptions {
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

/** `36h` or `7d`. */
function hoursOf(text: string): number {
  const [, count, unit] = /^(\d{1,5})([hd])$/.exec(text) ?? []
  if (count === undefined) throw new InputError(errorCatalogue, 'cli.use')
  return Number(count) * (unit === 'd' ? 24 : 1)
}

/** How old a list may be: a signed one a week, or any what `--max-age` says. */
export function ageTerms(maxAge: string | undefined): {
  readonly policy: SnapshotPolicy
  readonly maxAgeHours?: number
} {
  if (maxAge === undefined) return { policy: weeklySnapshot }
  const maxAgeHours = optionOf('--max-age', maxAge, hoursOf)
  return { policy: { ...weeklySnapshot, maxAgeHours }, maxAgeHours }
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

/**
 * The keys of all files, with a verifier of their chains. A key whose chain does not hold stays known, so that its
 * certificates are refused by `signer.chain` and not for being unknown.
 *
 * @throws ParseError `cli.file`, `cli.json`, `cli.trust-kind`, `certificate-trust.*`, `parse.pem`, `x509.*`
 * @throws InputError `cli.use`
 */
export async function trustOf(
  io: Io,
  options: TrustOptions,
  at: Date,
  language: Language,
): Promise<Trust> {
  const terms = await termsOf(io, options, at)
  const loaded: LoadedFile[] = []
  for (const argument of options.trust) loaded.push(await loadArgument(io, argument, terms))
  sayOpen(
    io,
    loaded.flatMap(({ open }) => open),
    language,
  )
  const believed = mergeTrust(...loaded.map(({ trust }) => trust))
  const all = mergeTrust(believed, ...loaded.flatMap(({ refused }) => refused ?? []))
  return { trust: all, chain: chainOf(believed, terms) }
}
