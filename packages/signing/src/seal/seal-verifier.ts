import { canonicalJson } from '@tiemchung/core'
import type { DoseRecord } from '@tiemchung/schemas'
import type { VerifySignatureOptions } from '../signature/judge-signer.js'
import { jwsIn } from '../jws/serialization.js'
import { hostCrypto } from '../world.js'
import type { DaySeal, SealProof } from './day-seal.js'
import { judgeSealed, type OpenedSeal, openSeal, type SealedRecordReport } from './judge-sealed.js'
import type { DaySealReport } from './verify-day-seal.js'

/** What seals are judged by, and how much is remembered. */
export interface SealVerifierOptions extends VerifySignatureOptions {
  /** Seals that are remembered, the last used ones; each with some 200 bytes a record proven. Default 16. */
  readonly remember?: number
}

/** Judges seals and records under them, and each seal's signature and chain once. */
export interface SealVerifier {
  /** As `verifyDaySeal` does. */
  seal(seal: DaySeal): Promise<DaySealReport>
  /** As `verifySealedRecord` does. */
  record(record: DoseRecord, proof: SealProof, seal: DaySeal): Promise<SealedRecordReport>
}

/** A judged seal with the envelope that it came in. */
interface Kept {
  readonly seal: DaySeal
  readonly opened: Promise<OpenedSeal>
}

/** The same signature in another envelope is another seal. */
const isSame = (left: DaySeal, right: DaySeal): boolean =>
  left.format === right.format && left.facility === right.facility && left.date === right.date

/** One text for one JWS, timestamps included; undefined when it has none. */
function textOf(seal: DaySeal): string | undefined {
  const jws = jwsIn(seal)
  if (typeof jws === 'string') return jws === '' ? undefined : jws
  try {
    return canonicalJson(jws)
  } catch {
    return undefined
  }
}

/** Seals by their signature, the one used longest ago first. */
class Remembered {
  readonly #most: number
  readonly #kept = new Map<string, Kept>()

  constructor(most: number) {
    this.#most = most
  }

  /** The judged seal, from memory where it is there. */
  get(seal: DaySeal, open: () => Promise<OpenedSeal>): Promise<OpenedSeal> {
    const text = textOf(seal)
    const known = text === undefined ? undefined : this.#kept.get(text)
    if (text === undefined || (known !== undefined && !isSame(known.seal, seal))) return open()
    const kept = known ?? { seal: { ...seal }, opened: open() }
    this.#kept.delete(text)
    this.#kept.set(text, kept)
    // What could not be judged says nothing of the seal, and is asked anew.
    if (known === undefined) kept.opened.catch(() => this.#kept.delete(text))
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#most) break
      this.#kept.delete(oldest)
    }
    return kept.opened
  }
}

/**
 * A verifier that remembers: the first record under a seal costs the seal's signature and chain, each further one
 * its hashes. It says what `verifySealedRecord` says, by options that are fixed here; make a new one when anchors,
 * register or lists change, and where `at` is not the time of receipt of all that it is given.
 *
 * @example
 * ```ts
 * import { type DaySeal, type SealProof, sealVerifier } from '@tiemchung/signing'
 * import type { DoseRecord } from '@tiemchung/schemas'
 * declare const given: readonly { record: DoseRecord; proof: SealProof; seal: DaySeal }[]
 * declare const root: Uint8Array
 * const verifier = sealVerifier({ anchors: [{ certificate: root }] })
 * for (const { record, proof, seal } of given) {
 *   const report = await verifier.record(record, proof, seal)
 *   report.verdict // => 'valid'
 * }
 * ```
 */
export function sealVerifier(options: SealVerifierOptions): SealVerifier {
  const { remember = 16, crypto = hostCrypto } = options
  const remembered = new Remembered(remember >= 1 ? remember : 1)
  const opened = (seal: DaySeal) => remembered.get(seal, () => openSeal(seal, options))
  return {
    seal: async (seal) => (await opened(seal)).report,
    record: async (record, proof, seal) =>
      judgeSealed({ record, proof }, await opened(seal), crypto),
  }
}
