/** Step 2: which trusted keys made the signature. */
import { isSdkError } from '@tiemchung/core'
import type { PublicKey } from '@tiemchung/core/crypto'
import { sigStructure } from '../envelope/cose.js'
import type { OpenedEnvelope } from '../envelope/open-envelope.js'
import { algorithmOf, type CertificateAlgorithm, signatureSchemeOf } from '../algorithm.js'
import { misfitOf, signatureSizeOf } from './key-fit.js'
import type { VerifyContext } from './context.js'
import type { Ledger } from './ledger.js'
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

async function importedKey(
  trusted: TrustedKey,
  { crypto }: VerifyContext,
): Promise<PublicKey | undefined> {
  const { key } = trusted
  try {
    if (key instanceof Uint8Array) return await crypto.importPublicKey(key)
    return typeof key === 'function' ? await key(crypto) : key
  } catch (cause) {
    if (isSdkError(cause)) return undefined
    throw cause
  }
}

/** The keys that can have made a signature of the stated algorithm. */
async function candidatesAmong(
  keys: readonly TrustedKey[],
  algorithm: CertificateAlgorithm,
  context: VerifyContext,
  ledger: Ledger,
): Promise<readonly Candidate[]> {
  const candidates: Candidate[] = []
  let misfit: CheckReason = 'key-unreadable'
  for (const trusted of keys) {
    const key = await importedKey(trusted, context)
    const reason = key && misfitOf(algorithm, key.kind, context.profile)
    if (reason !== undefined) misfit = reason
    else if (key !== undefined) candidates.push({ trusted, key })
  }
  if (candidates.length === 0) ledger.fail('cose.algorithm', misfit)
  return candidates
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

async function holders(
  { cose }: OpenedEnvelope,
  algorithm: CertificateAlgorithm,
  candidates: readonly Candidate[],
  { crypto }: VerifyContext,
  ledger: Ledger,
): Promise<readonly TrustedKey[]> {
  const { signature } = cose
  const fitting = candidates.filter(({ key }) => signatureSizeOf(key.kind) === signature.length)
  if (fitting.length === 0) {
    ledger.fail('cose.signature', 'signature-length')
    return []
  }
  const scheme = signatureSchemeOf(algorithm)
  const data = sigStructure(cose)
  const held: TrustedKey[] = []
  for (const { trusted, key } of fitting) {
    const holds = await crypto.verify(scheme, key, signature, data)
    if (holds === true) held.push(trusted)
  }
  if (held.length > 0) ledger.pass('cose.signature')
  else ledger.fail('cose.signature', 'signature-does-not-hold')
  return held
}

/** The signature and who holds it, or undefined when a check stood in the way. */
export async function signatureStep(
  opened: OpenedEnvelope,
  context: VerifyContext,
  ledger: Ledger,
): Promise<HeldSignature | undefined> {
  // RFC 9052 section 3.1: a critical parameter that is not understood ends the processing.
  if (opened.header.critical) ledger.fail('cose.critical-header', 'critical-header')
  else ledger.pass('cose.critical-header')
  const keyId = opened.header.keyId?.value
  const keys = keysById(opened, context, ledger)
  const algorithm = statedAlgorithm(opened, ledger)
  if (keyId === undefined || keys.length === 0 || algorithm === undefined) return undefined
  const candidates = await candidatesAmong(keys, algorithm, context, ledger)
  if (candidates.length === 0 || ledger.hasFailed) return undefined
  const [first, ...others] = await holders(opened, algorithm, candidates, context, ledger)
  return first && { algorithm, keyId, signers: [first, ...others] }
}
