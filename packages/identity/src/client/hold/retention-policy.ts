import { parsePolicyHead, type PolicyHead } from '@tiemchung/core'

/** How long an answer of the authority may be held beside the record that it was asked for. */
export interface RetentionPolicy extends PolicyHead {
  readonly format: 'identity-retention-policy/1'
  /** Whole days from the answer on. */
  readonly answers: { readonly holdDays: number }
}

/** The reading of Decree 69/2024/NĐ-CP: nothing is passed on or used again; the days are our assumption. */
export const retentionPolicy69 = parsePolicyHead(
  {
    format: 'identity-retention-policy/1',
    id: 'vn.identity-retention',
    version: '2024-07-01.1',
    effective: { from: '2024-07-01', to: null },
    published: '2024-06-25',
    sources: [
      {
        id: '69-2024',
        number: '69/2024/NĐ-CP',
        date: '2024-06-25',
        issuer: 'Chính phủ',
        confidence: 'secondary',
      },
    ],
    assumptions: [
      {
        id: 'hold-days',
        says: {
          vi: 'Không văn bản nào đọc được nói kết quả được giữ bao lâu: 30 ngày, đủ cho một vòng đính chính; sau đó phải hỏi lại.',
          en: 'No text that could be read says how long an answer may be held: 30 days, enough for one round of corrections; after that one asks again.',
        },
      },
    ],
    answers: { holdDays: 30 },
  },
  'identity-retention-policy/1',
) as PolicyHead as RetentionPolicy
