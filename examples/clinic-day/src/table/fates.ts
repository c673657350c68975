import type { FacilityStanding } from '../day/standings.js'

/** Which class every child ended in. Every child has one, so that classes cannot overlap. */
export interface Fate {
  readonly key: string
  readonly facility: string
  /** Stage and class, such as `listed.tooSoon` or `acknowledged.issued`. */
  readonly at: string
}

/** What the central signer made of a record that the platform has. */
function afterAcknowledgement(
  firstRecordId: string,
  doseNumber: number,
  certified: ReadonlySet<string>,
): string {
  if (certified.has(firstRecordId)) return 'acknowledged.issued'
  // 1535/BYT-DP: the course is two doses; a certificate is for the complete course.
  return doseNumber < 2 ? 'acknowledged.course-incomplete' : 'acknowledged.not-issued-yet'
}

/** The class of every child; `certified` are the records that the certificates of the evening name. */
export function fatesOf(
  standings: readonly FacilityStanding[],
  certified: ReadonlySet<string>,
): readonly Fate[] {
  return standings.flatMap(({ facility, children }) =>
    children.map(({ key, at, firstRecordId = '', doseNumber = 0 }): Fate => {
      const arrived = at === 'signed.acknowledged'
      return {
        key,
        facility,
        at: arrived ? afterAcknowledgement(firstRecordId, doseNumber, certified) : at,
      }
    }),
  )
}
