import { type Check, failed, passed, type Report, type Uuid, verdictOf } from '@tiemchung/core'
import type { CryptoProvider } from '@tiemchung/core/crypto'
import { type DoseRecord, hashRecord } from '@tiemchung/schemas'
import type { Minutes } from '@tiemchung/schemas/wire'
import { type SigningPolicy, signingDeadline } from '../policy/signing-policy.js'
import { systemWorld } from '../world.js'

/** What minutes are drawn up from. */
export interface MinutesInput {
  readonly id: Uuid
  readonly facility: string
  readonly date: Minutes['date']
  readonly ledBy: Minutes['ledBy']
  readonly parties: Minutes['parties']
  readonly records: readonly DoseRecord[]
  readonly concludedAt: Date
  readonly crypto?: CryptoProvider
}

/**
 * Draws up minutes (biên bản) in which the parties confirm records that a facility cannot sign yet
 * (9438/BYT-CNTT). They name each record by its hash. They are evidence, not a signature.
 */
export async function drawUpMinutes(input: MinutesInput): Promise<Minutes> {
  const crypto = input.crypto ?? systemWorld().crypto
  const records: Minutes['records'] = []
  for (const record of input.records) {
    records.push({ recordId: record.id, hash: await hashRecord(record, crypto) })
  }
  const { id, facility, date, ledBy, parties } = input
  return {
    format: 'minutes/1',
    id,
    facility,
    date,
    ledBy,
    parties,
    records,
    concludedAt: input.concludedAt.toISOString(),
  }
}

/** The checks of minutes. */
export type MinutesCheckId =
  | 'minutes.led-by'
  | 'minutes.parties'
  | 'minutes.records'
  | 'minutes.facility-and-day'
  | 'minutes.in-time'

async function recordsCheck(
  minutes: Minutes,
  records: readonly DoseRecord[],
  crypto: CryptoProvider,
): Promise<Check<MinutesCheckId>> {
  if (records.length !== minutes.records.length) return failed('minutes.records', 'count')
  for (const [index, record] of records.entries()) {
    const listed = minutes.records[index]
    const same =
      listed?.recordId === record.id && listed.hash === (await hashRecord(record, crypto))
    if (!same) return failed('minutes.records', 'differs', { params: { index } })
  }
  return passed('minutes.records')
}

/** Whether minutes vouch for exactly these records, led by who may, among parties, in time. */
export async function checkMinutes(
  minutes: Minutes,
  records: readonly DoseRecord[],
  policy: SigningPolicy,
  crypto: CryptoProvider = systemWorld().crypto,
): Promise<Report<MinutesCheckId>> {
  const led = policy.minutesLedBy.includes(minutes.ledBy.role)
  const here = records.every(
    ({ dose }) => dose.facility === minutes.facility && dose.date === minutes.date,
  )
  const late = Date.parse(minutes.concludedAt) >= signingDeadline(minutes.date, policy).getTime()
  const judge = (id: MinutesCheckId, sound: boolean, reason: string): Check<MinutesCheckId> =>
    sound ? passed(id) : failed(id, reason)
  const checks = [
    judge('minutes.led-by', led, 'role'),
    judge('minutes.parties', minutes.parties.length > 0, 'none'),
    await recordsCheck(minutes, records, crypto),
    judge('minutes.facility-and-day', here, 'differs'),
    judge('minutes.in-time', !late, 'late'),
  ]
  return { verdict: verdictOf(checks), checks }
}
