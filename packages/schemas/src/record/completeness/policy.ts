import { type PolicyHead, parsePolicyHead } from '@tiemchung/core'

/** One rule of completeness, by name; each is a named check in code. */
export type CompletenessRule =
  | 'guardian-for-child'
  | 'consent-agreed'
  | 'screening-answered'
  | 'volume-as-policy'
  | 'dates-in-order'
  | 'dose-number-follows'

/** What makes a record complete. */
export interface CompletenessPolicy extends PolicyHead {
  readonly format: 'completeness-policy/1'
  /** Age in years below which a parent or guardian must be named. */
  readonly guardianBelow: number
  readonly rules: readonly { readonly rule: CompletenessRule; readonly cite: readonly string[] }[]
}

/** "Fully and correctly": dispatch 1815/BYT-CNTT article 2 over the forms of 1535 and 5002. */
export const completenessPolicy1815 = parsePolicyHead(
  {
    format: 'completeness-policy/1',
    id: 'vn.record-completeness.children',
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
        id: '1535',
        number: '1535/BYT-DP',
        date: '2022-03-28',
        issuer: 'Bộ Y tế',
        confidence: 'secondary',
      },
      { id: '5002', number: '5002/QĐ-BYT', issuer: 'Bộ Y tế', confidence: 'secondary' },
      {
        id: '457',
        number: '457/QĐ-BYT',
        date: '2022-03-01',
        issuer: 'Bộ Y tế',
        confidence: 'secondary',
      },
    ],
    assumptions: [
      {
        id: 'guardian-named',
        says: {
          vi: 'Bản ghi của trẻ dưới 18 tuổi phải có cha, mẹ hoặc người giám hộ, như phiếu đồng ý và phiếu sàng lọc.',
          en: 'The record of a child below 18 names a parent or guardian, as the consent and screening forms do.',
        },
      },
    ],
    guardianBelow: 18,
    rules: [
      { rule: 'guardian-for-child', cite: ['1535', '5002'] },
      { rule: 'consent-agreed', cite: ['1535'] },
      { rule: 'screening-answered', cite: ['5002'] },
      { rule: 'volume-as-policy', cite: ['457'] },
      { rule: 'dates-in-order', cite: ['1815'] },
      { rule: 'dose-number-follows', cite: ['1815'] },
    ],
  },
  'completeness-policy/1',
) as PolicyHead as CompletenessPolicy
