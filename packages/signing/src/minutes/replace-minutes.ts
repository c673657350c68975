import {
  type Check,
  failed,
  InputError,
  passed,
  type Report,
  toHex,
  verdictOf,
} from '@tiemchung/core'
import type { Signer } from '@tiemchung/core/crypto'
import type { DoseRecord } from '@tiemchung/schemas'
import type { Minutes } from '@tiemchung/schemas/wire'
import { errorCatalogue } from '../errors.js'
import type { VerifySignatureOptions } from '../signature/judge-signer.js'
import type { SigningPolicy } from '../policy/signing-policy.js'
import { recordHash } from '../record/record-hash.js'
import type { DaySeal } from '../seal/day-seal.js'
import { judgeSealed, openSeal, type SealedRecord } from '../seal/judge-sealed.js'
import { nameMinutes } from '../seal/seal-content.js'
import { type SealDayOptions, type SealedDay, sealDay } from '../seal/seal-day.js'
import { hostCrypto } from '../world.js'

/** Minutes and the records that they vouch for, in their order, once the facility can sign. */
export interface ReplaceMinutesInput {
  readonly minutes: Minutes
  readonly records: readonly DoseRecord[]
  /** The last seal of the day, when there is one. */
  readonly after?: DaySeal
}

/**
 * Seals the records of minutes, and names the minutes in what is signed. No text provides for it: the
 * policy marks it as an assumption (`minutes-until-sealed`).
 *
 * @throws InputError `signing.minutes.records` when these are not the records of the minutes; as `sealDay`
 * @throws SigningError as `sealDay`
 */
export async function replaceMinutes(
  { minutes, records, after }: ReplaceMinutesInput,
  signer: Signer,
  options: SealDayOptions,
): Promise<SealedDay> {
  const crypto = options.crypto ?? hostCrypto
  const hashes: string[] = []
  for (const record of records) hashes.push(toHex(await recordHash(record, crypto)))
  const isSame = ({ recordId, hash }: Minutes['records'][number], index: number) =>
    records[index]?.id === recordId && hashes[index] === hash
  if (records.length !== minutes.records.length || !minutes.records.every(isSame)) {
    throw new InputError(errorCatalogue, 'signing.minutes.records')
  }
  const { facility, date } = minutes
  const place = { facility, date, replaces: [minutes], ...(after === undefined ? {} : { after }) }
  return sealDay({ ...place, records }, signer, options)
}

/** The checks of minutes that a seal replaces, in the order of the report. */
export const replacementCheckIds = [
  'replacement.allowed',
  'replacement.seal',
  'replacement.named',
  'replacement.records',
] as const

/** One of the checks of minutes that a seal replaces. */
export type ReplacementCheckId = (typeof replacementCheckIds)[number]

/**
 * Whether a seal takes the place of minutes: it is valid, names them by their hash, and every record of theirs is
 * under it. It does not establish that the minutes were good: that is for `checkMinutes`.
 *
 * @throws InputError `x509.path.instant` when `at` is not a date
 */
export async function checkReplacement(
  minutes: Minutes,
  sealed: readonly SealedRecord[],
  seal: DaySeal,
  policy: SigningPolicy,
  options: VerifySignatureOptions,
): Promise<Report<ReplacementCheckId>> {
  const crypto = options.crypto ?? hostCrypto
  const opened = await openSeal(seal, options)
  const { id, hash } = await nameMinutes(minutes, crypto)
  const named = opened.report.content?.replaces?.some((one) => one.id === id && one.hash === hash)
  const under = new Set<string>()
  for (const one of sealed) {
    const { record } = await judgeSealed(one, opened, crypto)
    if (record !== undefined) under.add(`${record.id} ${toHex(await recordHash(record, crypto))}`)
  }
  const all = minutes.records.every((one) => under.has(`${one.recordId} ${one.hash}`))
  const yes = (
    check: ReplacementCheckId,
    holds: boolean,
    reason: string,
  ): Check<ReplacementCheckId> => (holds ? passed(check) : failed(check, reason))
  const checks = [
    yes('replacement.allowed', policy.minutes.replacedBy === 'later-seal', 'never'),
    yes('replacement.seal', opened.report.verdict === 'valid', opened.report.verdict),
    yes('replacement.named', named === true, 'not-named'),
    yes('replacement.records', all, 'not-all'),
  ]
  return { verdict: verdictOf(checks, replacementCheckIds), checks }
}
