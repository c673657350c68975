import { failed, passed, type Check, type Report, verdictOf } from '@tiemchung/core'
import { judgeSignature } from '../jws/judge-signature.js'
import { jwsIn } from '../jws/serialization.js'
import { signatureCheckIds } from '../jws/open-jws.js'
import { facilityIn } from '../record/record-of.js'
import { inOrder } from '../signature/in-order.js'
import type { SignerFacts, VerifySignatureOptions } from '../signature/judge-signer.js'
import { type DaySeal, type SealContent, sealContentOf } from './day-seal.js'

/** The checks of a day seal, in the order of the report. */
export const daySealCheckIds = [
  ...signatureCheckIds,
  'signer.role',
  'signing.timestamp',
  'seal.schema',
  'seal.envelope',
] as const

/** One of the checks of a day seal. */
export type DaySealCheckId = (typeof daySealCheckIds)[number]

/** The report on a day seal. `content` is there only when the verdict is `valid`. */
export type DaySealReport = Report<DaySealCheckId> & { readonly signer?: SignerFacts } & (
    | { readonly verdict: 'valid'; readonly content: SealContent }
    | { readonly verdict: 'invalid' | 'indeterminate'; readonly content?: never }
  )

/** Checks that were not asked for do not stand in the way; once they are asked for, they do. */
export const optionalOfSeals: ReadonlySet<string> = new Set([
  'signer.register',
  'signer.role',
  'signing.timestamp',
])
const required = daySealCheckIds.filter((id) => !optionalOfSeals.has(id))

function contentChecks(
  content: SealContent | undefined,
  seal: DaySeal,
): readonly Check<DaySealCheckId>[] {
  if (content === undefined) return [failed('seal.schema', 'not-a-seal')]
  const same =
    seal.format === content.format &&
    seal.facility === content.facility &&
    seal.date === content.date
  return [
    passed('seal.schema'),
    same ? passed('seal.envelope') : failed('seal.envelope', 'differs'),
  ]
}

/**
 * Whether a day seal is what a facility signed. It says nothing of any record: a record needs its proof,
 * see `verifySealedRecord`. What is said there of `register`, `at` and empty anchors holds here too.
 *
 * @throws InputError `x509.path.instant` when `at` is not a date
 */
export async function verifyDaySeal(
  seal: DaySeal,
  options: VerifySignatureOptions,
): Promise<DaySealReport> {
  const judged = await judgeSignature(jwsIn(seal), 'day-seal+jws', facilityIn, options)
  const { payload, signer } = judged
  const content = sealContentOf(payload)
  const own = payload === undefined ? [] : contentChecks(content, seal)
  const found = [...judged.checks, ...judged.further, ...own]
  const checks = inOrder<DaySealCheckId>(daySealCheckIds, found)
  const facts = signer === undefined ? {} : { signer }
  const verdict = verdictOf(checks, required)
  if (verdict === 'valid' && content !== undefined) return { verdict, checks, ...facts, content }
  return { verdict: verdict === 'valid' ? 'indeterminate' : verdict, checks, ...facts }
}
