import { type PolicyHead, parsePolicyHead } from '@tiemchung/core'

/** How identities are counted. */
export interface CasePolicy extends PolicyHead {
  readonly format: 'identity-case-policy/1'
  /** The class of a number that nobody in the register has. */
  readonly notFound: 'unverified' | 'wrong-number'
}

/** The classes of 2262/BYT-CNTT, and those of the figures that were published in 2022. */
export const casePolicy2262 = /* @__PURE__ */ parsePolicyHead(
  {
    format: 'identity-case-policy/1',
    id: 'vn.identity-cases',
    version: '2022-05-04.1',
    effective: { from: '2021-11-05', to: null },
    published: '2022-05-04',
    sources: [
      {
        id: '2262',
        number: '2262/BYT-CNTT',
        date: '2022-05-04',
        issuer: 'Bộ Y tế',
        confidence: 'secondary',
      },
    ],
    assumptions: [
      {
        id: 'not-found-is-unverified',
        says: {
          vi: 'Số không có trong cơ sở dữ liệu được đếm là không xác minh được; không có văn bản nói rõ.',
          en: 'A number that the register does not hold counts as unverified; no text says so outright.',
        },
      },
    ],
    notFound: 'unverified',
  },
  'identity-case-policy/1',
) as PolicyHead as CasePolicy
