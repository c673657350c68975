/** Step 2: which trusted keys made the signature. */
import { isSdkError } from '@tiemchung/core'
import {
  after,
  type CryptoProvider,
  isPending,
  type MaybePromise,
  type PublicKey,
} from '@tiemchung/core/crypto'
import { sigStructure } from '../envelope/cose.js'
import type { OpenedEnvelope } from '../envelope/open-envelope.js'
import { algorithmOf, type CertificateAlgorithm, signatureSchemeOf } from '../algorithm.js'
import { misfitOf, signatureSizeOf } from './key-fit.js'
import type { VerifyContext } from './context.js'
import type { Ledger } from './ledger.js'
import { filterInTurn } from './filter-in-turn.js'
import type { CheckReason } from './reasons.js'
import type { TrustedKey } from './trust/trusted-key.js'

/** A signature that holds. */
export interface HeldSignature {
  readonly algorithm: CertificateAlgorithm
  readonly keyId: Uint8Array
  /** Every trusted key by which it holds; one, unless a list names a key twice. */
  readonly signers: readonly [TrustedKey, ...TrustedKey[]]
}

interface Candidate {
  readonly trusted: TrustedKey
  readonly key: PublicKey
}

function keysById(
  { header }: OpenedEnvelope,
  { trust }: VerifyContext,
  ledger: Ledger,
): readonly TrustedKey[] {
  const keyId = header.keyId
  if (keyId === undefined || keyId.value.length === 0) {
    ledger.fail('cose.key-id', 'key-id-missing')
    return []
  }
  if (keyId.place === 'protected') ledger.pass('cose.key-id')
  else ledger.passBy('cose.key-id', 'unprotected-key-id')
  if (!ledger.passed('cose.key-id')) return []
  const keys = trust.keysFor(keyId.value)
  if (keys.length > 0) ledger.pass('signer.trusted')
  else if (trust.isEmpty) ledger.unknown('signer.trusted', 'no-trust-material')
  else ledger.fail('signer.trusted', 'unknown-key')
  return keys
}

/** What cannot be imported is no key. */
function noKey(caught: unknown): undefined {
  if (!isSdkError(caught)) throw caught
  return undefined
}

function importedKey(
  { key }: TrustedKey,
  crypto: CryptoProvider,
): MaybePromise<PublicKey | undefined> {
  try {
    if (key instanceof Uint8Array) return settled(crypto.importPublicKey(key))
    return typeof key === 'function' ? settled(key(crypto)) : key
  } catch (caught) {
    return noKey(caught)
  }
}

function settled(key: MaybePromise<PublicKey>): MaybePromise<PublicKey | undefined> {
  return isPending(key) ? key.catch(noKey) : key
}

/** The keys that can have made a signature of the stated algorithm. */
function candidatesAmong(
  keys: readonly TrustedKey[],
  algorithm: CertificateAlgorithm,
  { crypto, profile }: VerifyContext,
  ledger: Ledger,
): MaybePromise<readonly Candidate[]> {
  let misfit: CheckReason = 'key-unreadable'
  const candidates = filterInTurn(keys, (trusted) =>
    after(importedKey(trusted, crypto), (key): Candidate | undefined => {
      if (key === undefined) return undefined
      const reason = misfitOf(algorithm, key.kind, profile)
      if (reason === undefined) return { trusted, key }
      misfit = reason
      return undefined
    }),
  )
  return after(candidates, (found) => {
    if (found.length === 0) ledger.fail('cose.algorithm', misfit)
    return found
  })
}

function statedAlgorithm(
  { header }: OpenedEnvelope,
  ledger: Ledger,
): CertificateAlgorithm | undefined {
  const stated = header.algorithm
  if (stated === undefined) {
    ledger.fail('cose.algorithm', 'algorithm-missing')
    return undefined
  }
  const algorithm = algorithmOf(stated.value)
  if (algorithm === undefined) ledger.fail('cose.algorithm', 'algorithm-not-allowed')
  else if (stated.place === 'protected') ledger.pass('cose.algorithm')
  else ledger.passBy('cose.algorithm', 'unprotected-algorithm')
  return ledger.passed('cose.algorithm') ? algorithm : undefined
}

function holders(
  { cose }: OpenedEnvelope,
  algorithm: CertificateAlgorithm,
  candidates: readonly Candidate[],
  { crypto }: VerifyContext,
  ledger: Ledger,
): MaybePromise<readonly TrustedKey[]> {
  const { signature } = cose
  const fitting = candidates.filter(({ key }) => signatureSizeOf(key.kind) === signature.length)
  if (fitting.length === 0) {
    ledger.fail('cose.signature', 'signature-length')
    return []
  }
  const scheme = signatureSchemeOf(algorithm)
  const data = sigStructure(cose)
  const held = filterInTurn(fitting, ({ trusted, key }) =>
    after(crypto.verify(scheme, key, signature, data), (holds) =>
      holds === true ? trusted : undefined,
    ),
  )
  return after(held, (found) => {
    if (found.length > 0) ledger.pass('cose.signature')
    else ledger.fail('cose.signature', 'signature-does-not-hold')
    return found
  })
}

/** The signature and who holds it, or undefined when a check stood in the way. */
export function signatureStep(
  opened: OpenedEnvelope,
  context: VerifyContext,
  ledger: Ledger,
): MaybePromise<HeldSignature | undefined> {
  // RFC 9052 section 3.1: a critical parameter that is not understood ends the processing.
  if (opened.header.critical) ledger.fail('cose.critical-header', 'critical-header')
  else ledger.pass('cose.critical-header')
  const keyId = opened.header.keyId?.value
  const keys = keysById(opened, context, ledger)
  const algorithm = statedAlgorithm(opened, ledger)
  if (keyId === undefined || keys.length === 0 || algorithm === undefined) return undefined
  return after(candidatesAmong(keys, algorithm, context, ledger), (candidates) => {
    if (candidates.length === 0 || ledger.hasFailed) return undefined
    return after(holders(opened, algorithm, candidates, context, ledger), ([first, ...others]) => {
      return first && { algorithm, keyId, signers: [first, ...others] }
    })
  })
}
