import { type CivilDate, endOfDay, type PolicyHead, parsePolicyHead } from '@tiemchung/core'

/** When records must be signed, and what stands in while a facility cannot. */
export interface SigningPolicy extends PolicyHead {
  readonly format: 'signing-policy/1'
  /** Days after the dose until whose end it must be signed; 0 is the same day. */
  readonly withinDays: number
  /** Who may lead the minutes of a facility without a signing certificate. */
  readonly minutesLedBy: readonly ('facility-head' | 'commune-chair')[]
}

/** Dispatch 1815/BYT-CNTT, article 2: signed within the day; minutes by 9438/BYT-CNTT. */
export const signingPolicy1815 = parsePolicyHead(
  {
    format: 'signing-policy/1',
    id: 'vn.record-signing',
    version: '2022-04-08.1',
    effective: { from: '2022-04-08', to: null },
    published: '2022-04-08',
    sources: [
      {
        id: '1815',
        number: '1815/BYT-CNTT',
        date: '2022-04-08',
        issuer: 'Bộ Y tế',
        confidence: 'text',
      },
      {
        id: '9438',
        number: '9438/BYT-CNTT',
        date: '2021-11-05',
        issuer: 'Bộ Y tế',
        confidence: 'text',
      },
    ],
    assumptions: [
      {
        id: 'day-ends-at-midnight',
        says: {
          vi: '"Trong ngày" được hiểu là trước 24 giờ ngày tiêm, giờ Việt Nam.',
          en: '"Within the day" is read as before midnight of the day of the dose, Viet Nam time.',
        },
      },
    ],
    withinDays: 0,
    minutesLedBy: ['facility-head', 'commune-chair'],
  },
  'signing-policy/1',
) as PolicyHead as SigningPolicy

/** The instant by which a dose of a day must be signed. */
export function signingDeadline(doseDate: CivilDate, policy: SigningPolicy): Date {
  return new Date(endOfDay(doseDate).getTime() + policy.withinDays * 86_400_000)
}
