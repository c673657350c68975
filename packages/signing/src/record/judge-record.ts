/** What is asked of a signed record beside its signature, in whichever form it was signed. */
import {
  canonicalBytes,
  type Check,
  failed,
  isSdkError,
  passed,
  skipped,
  unknown,
  type Verdict,
} from '@tiemchung/core'
import type { DoseRecord } from '@tiemchung/schemas'
import type {
  JudgedSignature,
  SignerFacts,
  VerifySignatureOptions,
} from '../signature/judge-signer.js'
import { hostCrypto } from '../world.js'
import { chainFault } from './amendment-chain.js'
import { checkInTime } from './check-in-time.js'
import { recordFault } from './record-of.js'

/** The checks of a record beside its signature. */
export type RecordContentCheck = Check<'record.schema' | 'signing.in-time' | 'record.amends'>

/** Judges one of the records before an amendment. */
export type VerifyEarlier<Signed> = (
  one: Signed,
) => Promise<{ readonly verdict: Verdict; readonly record?: DoseRecord }>

/** The octets of a record that was sent beside; undefined for what has no canonical form. */
export function octetsBeside(record: unknown): { readonly given?: Uint8Array } | undefined {
  if (record === undefined) return {}
  try {
    return { given: canonicalBytes(record) }
  } catch (caught) {
    if (isSdkError(caught)) return undefined
    throw caught
  }
}

async function checkAmends<Signed>(
  record: DoseRecord,
  { crypto = hostCrypto }: VerifySignatureOptions,
  earlier: readonly Signed[] | undefined,
  verify: VerifyEarlier<Signed>,
): Promise<RecordContentCheck> {
  const id = 'record.amends'
  if (earlier === undefined) {
    return skipped(id, record.amends === undefined ? 'first-record' : 'not-asked')
  }
  const before: DoseRecord[] = []
  for (const signed of earlier) {
    const report = await verify(signed)
    if (report.record === undefined) {
      const open = report.verdict === 'invalid' ? failed : unknown
      return open(id, 'earlier-not-valid')
    }
    before.push(report.record)
  }
  const fault = await chainFault(record, before, crypto)
  return fault === undefined ? passed(id) : failed(id, fault)
}

/** The same-day duty by the earliest instant that shows the signature to have been there. */
function checkWhen(
  record: DoseRecord,
  { signedAt, provenAt }: SignerFacts,
  { at, policy }: VerifySignatureOptions,
): RecordContentCheck {
  const proofs = [provenAt, at].filter((one) => one !== undefined)
  const proven =
    proofs.length === 0 ? undefined : new Date(Math.min(...proofs.map((one) => one.getTime())))
  return checkInTime(record, signedAt, proven, policy)
}

/**
 * The record of a judged signature, when it holds one, and its checks; none where no signature was judged. That the
 * schema is passed is for the caller to say, who knows what else it must agree with.
 */
export async function judgeRecord<Signed>(
  { payload, signer }: JudgedSignature,
  options: VerifySignatureOptions,
  earlier: readonly Signed[] | undefined,
  verify: VerifyEarlier<Signed>,
): Promise<{ readonly record?: DoseRecord; readonly checks: readonly RecordContentCheck[] }> {
  if (payload === undefined || signer === undefined) return { checks: [] }
  const fault = recordFault(payload)
  if (fault !== undefined) return { checks: [failed('record.schema', fault)] }
  const record = payload as DoseRecord
  const amends = await checkAmends(record, options, earlier, verify)
  return { record, checks: [checkWhen(record, signer, options), amends] }
}
