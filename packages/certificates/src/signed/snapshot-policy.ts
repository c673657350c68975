/** Snapshot policies: how old a signed list may be, as data. */
import {
  type CivilDate,
  type Issue,
  issue,
  ParseError,
  parsePolicyHead,
  type PolicyHead,
} from '@tiemchung/core'
import { signedErrors } from '../errors/signed-errors.js'

/** How old a signed list may be. */
export interface SnapshotPolicy extends PolicyHead {
  /** Hours after its issue when a list is used no more, whatever it says of its next update; null for no limit. */
  readonly maxAgeHours: number | null
  /** Hours after its next update was due in which a list is still used. */
  readonly graceHours: number
  /** Seconds that the clocks of publisher and verifier may be apart. */
  readonly clockSkewSeconds: number
}

const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0

/**
 * A snapshot policy with head and body checked.
 *
 * @throws ParseError `policy.head`, `certificate-signed.policy` with an issue for each field
 */
export function parseSnapshotPolicy(document: unknown): SnapshotPolicy {
  const head = parsePolicyHead(document, 'snapshot-policy/1')
  const body = head as Readonly<Record<string, unknown>>
  const sound = {
    maxAgeHours: body['maxAgeHours'] === null || isCount(body['maxAgeHours']),
    graceHours: isCount(body['graceHours']),
    clockSkewSeconds: isCount(body['clockSkewSeconds']),
  }
  const issues = Object.entries(sound).flatMap(([field, fits]): readonly Issue[] =>
    fits ? [] : [issue(signedErrors, 'certificate-signed.policy-field', { path: [field] })],
  )
  if (issues.length > 0) throw new ParseError(signedErrors, 'certificate-signed.policy', { issues })
  return head as unknown as SnapshotPolicy
}

/** A list is used until its next update is due, and never longer than a week. */
export const weeklySnapshot: SnapshotPolicy = {
  format: 'snapshot-policy/1',
  id: 'weekly-snapshot',
  version: '1.0.0',
  effective: { from: '2021-12-20' as CivilDate, to: null },
  published: '2026-11-26' as CivilDate,
  sources: [
    {
      id: 'tuf',
      number: 'The Update Framework Specification 1.0, section 5',
      issuer: 'The Update Framework',
      url: 'https://theupdateframework.github.io/specification/latest/',
      confidence: 'text',
    },
  ],
  assumptions: [
    {
      id: 'max-age',
      says: {
        vi: 'Không văn bản nào nêu danh sách được dùng bao lâu; chọn 7 ngày, kể cả khi danh sách tự ghi hạn dài hơn.',
        en: 'No text says how long a list may be used; 7 days were chosen, also when a list claims longer.',
      },
    },
    {
      id: 'grace',
      says: {
        vi: 'Không có thời gian gia hạn sau lần cập nhật kế tiếp; nơi hay mất mạng có thể đặt khác.',
        en: 'There is no grace after the next update is due; places with poor networks may set one.',
      },
    },
    {
      id: 'clock-skew',
      says: {
        vi: 'Đồng hồ hai bên được lệch tối đa 5 phút.',
        en: 'The clocks of both sides may be 5 minutes apart.',
      },
    },
  ],
  maxAgeHours: 168,
  graceHours: 0,
  clockSkewSeconds: 300,
}
