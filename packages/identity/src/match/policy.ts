import type { CivilDate, PolicyHead } from '@tiemchung/core'
import type { BirthDateAgreement } from './birth-date.js'
import type { NameAgreement } from './name.js'

/** Which agreements count as a match: everything that no text settles is a named assumption. */
export interface MatchPolicy extends PolicyHead {
  readonly format: 'identity-match-policy/1'
  readonly name: { readonly accept: readonly NameAgreement[] }
  /** `compatible` dates that are not accepted leave the match undecided. */
  readonly birthDate: { readonly accept: readonly BirthDateAgreement[] }
}

/**
 * The rule of 9438/BYT-CNTT (four fields) with the name layers of our reading. A test lints its head, so that no
 * page pays for the linter.
 */
export const matchPolicy1815: MatchPolicy = {
  format: 'identity-match-policy/1',
  id: 'vn.identity-match',
  version: '2022-04-08.1',
  effective: { from: '2021-11-05' as CivilDate, to: null },
  published: '2021-11-05' as CivilDate,
  sources: [
    {
      id: '9438',
      number: '9438/BYT-CNTT',
      date: '2021-11-05' as CivilDate,
      issuer: 'Bộ Y tế',
      confidence: 'text',
    },
    {
      id: '1815',
      number: '1815/BYT-CNTT',
      date: '2022-04-08' as CivilDate,
      issuer: 'Bộ Y tế',
      confidence: 'text',
    },
  ],
  assumptions: [
    {
      id: 'name-layers',
      says: {
        vi: 'Quy tắc so tên của cơ sở dữ liệu dân cư không được công bố: chấp nhận khác chữ hoa, khoảng trắng và vị trí dấu thanh; không chấp nhận tên không dấu.',
        en: "The register's name rule is not published: case, blanks and the position of the tone mark may differ; a name without diacritics does not match.",
      },
    },
    {
      id: 'year-only',
      says: {
        vi: 'Chỉ có năm sinh thì chưa đủ để kết luận trùng khớp.',
        en: 'A birth year alone does not settle a match.',
      },
    },
  ],
  name: { accept: ['exact', 'tone-position'] },
  birthDate: { accept: ['exact'] },
}
