import {
  type Check,
  failed,
  inForce,
  isInstant,
  parseInstant,
  passed,
  type Report,
  skipped,
  startOfDay,
  toHex,
  unknown,
  verdictOf,
} from '@tiemchung/core'
import type { CryptoProvider } from '@tiemchung/core/crypto'
import type { DoseRecord } from '@tiemchung/schemas'
import type { Minutes } from '@tiemchung/schemas/wire'
import { type SigningPolicy, signingDeadline } from '../policy/signing-policy.js'
import { recordHash } from '../record/record-hash.js'
import { belongsTo } from '../record/record-of.js'
import { hostCrypto } from '../world.js'

/** The checks of minutes, in the order of the report. */
export const minutesCheckIds = [
  'minutes.allowed',
  'minutes.led-by',
  'minutes.parties',
  'minutes.records',
  'minutes.facility-and-day',
  'minutes.in-time',
] as const

/** One of the checks of minutes. */
export type MinutesCheckId = (typeof minutesCheckIds)[number]
type MinutesCheck = Check<MinutesCheckId>

/** What else is known when minutes are checked. */
export interface CheckMinutesOptions {
  /** Whether the facility has a signing certificate. Default: not known, and `minutes.allowed` is skipped. */
  readonly canSign?: boolean
  readonly crypto?: CryptoProvider
}

const cite = '9438/BYT-CNTT'
const required = minutesCheckIds.filter((id) => id !== 'minutes.allowed')

function checkAllowed(
  { date }: Minutes,
  policy: SigningPolicy,
  canSign: boolean | undefined,
): MinutesCheck {
  const id = 'minutes.allowed'
  if (!inForce(policy, date)) return unknown(id, 'policy-not-in-force', { cite })
  if (policy.minutes.allowed === 'never') return failed(id, 'never', { cite })
  if (canSign === undefined) return skipped(id, 'not-asked', { cite })
  return canSign ? failed(id, 'has-certificate', { cite }) : passed(id, { cite })
}

async function checkRecords(
  minutes: Minutes,
  records: readonly DoseRecord[],
  crypto: CryptoProvider,
): Promise<MinutesCheck> {
  const id = 'minutes.records'
  if (records.length === 0 || records.length !== minutes.records.length) return failed(id, 'count')
  if (new Set(records.map((record) => record.id)).size !== records.length) {
    return failed(id, 'duplicate')
  }
  for (const [index, record] of records.entries()) {
    const listed = minutes.records[index]
    const same =
      listed?.recordId === record.id && listed.hash === toHex(await recordHash(record, crypto))
    if (!same) return failed(id, 'differs', { params: { index } })
  }
  return passed(id)
}

function checkTime({ date, concludedAt }: Minutes, policy: SigningPolicy): MinutesCheck {
  const id = 'minutes.in-time'
  if (!isInstant(concludedAt)) return failed(id, 'not-an-instant')
  const at = parseInstant(concludedAt)
  if (at < startOfDay(date)) return failed(id, 'before-the-day')
  return at < signingDeadline(date, policy) ? passed(id) : failed(id, 'late')
}

/**
 * Whether minutes vouch for exactly these records, in their order: led by who may lead them, among
 * parties, of one facility and day, concluded in time.
 *
 * It does not establish that anybody signed the paper or said what it says, or that the records are
 * complete or matched.
 *
 * @throws InputError `input.json-canonical` for a record that is no JSON
 */
export async function checkMinutes(
  minutes: Minutes,
  records: readonly DoseRecord[],
  policy: SigningPolicy,
  options: CheckMinutesOptions = {},
): Promise<Report<MinutesCheckId>> {
  const { canSign, crypto = hostCrypto } = options
  const led = policy.minutes.ledBy.includes(minutes.ledBy.role)
  const here = records.every((record) => belongsTo(record, minutes.facility, minutes.date))
  const checks: readonly MinutesCheck[] = [
    checkAllowed(minutes, policy, canSign),
    led ? passed('minutes.led-by', { cite }) : failed('minutes.led-by', 'role', { cite }),
    minutes.parties.length > 0
      ? passed('minutes.parties', { cite })
      : failed('minutes.parties', 'none', { cite }),
    await checkRecords(minutes, records, crypto),
    here ? passed('minutes.facility-and-day') : failed('minutes.facility-and-day', 'differs'),
    checkTime(minutes, policy),
  ]
  return { verdict: verdictOf(checks, required), checks }
}
