import type { CivilDate, Confidence } from '@tiemchung/core'
import { threeLevelsUntil, twoLevelsSince } from '../level.js'

/** A province or a city under central government, as it was in one period. */
export interface Province {
  /** Two digits (Decision 124/2004/QĐ-TTg as amended). The same digits may name another province in another period. */
  readonly code: string
  /** `Hà Nội`. */
  readonly name: string
  /** `Thành phố Hà Nội`. */
  readonly fullName: string
  /** `municipality`: thành phố trực thuộc trung ương. `province`: tỉnh. */
  readonly kind: 'municipality' | 'province'
  /** First day of this name and kind, as far as the table goes back. */
  readonly from: CivilDate
  /** Last day; null while it lasts. */
  readonly to: CivilDate | null
  /** The text it stands on. */
  readonly source: string
  /** `inferred`: no text at hand says so. */
  readonly confidence: Confidence
}

type Period = Pick<Province, 'from' | 'to' | 'source' | 'confidence'>

/** The 63 have been the same since Hà Tây joined Hà Nội (15/2008/QH12). Earlier days are not answered. */
const of63: Period = {
  from: '2008-08-01' as CivilDate,
  to: threeLevelsUntil,
  source: '124/2004/QĐ-TTg, 469/NQ-UBTVQH15',
  confidence: 'secondary',
}
const of34: Period = {
  from: twoLevelsSince,
  to: null,
  source: '19/2025/QĐ-TTg',
  confidence: 'secondary',
}
/** 175/2024/QH15: Thừa Thiên Huế becomes the city Huế, under the same code. */
const hueProvince: Period = { ...of63, to: '2024-12-31' as CivilDate }
const hueCity: Period = {
  ...of63,
  from: '2025-01-01' as CivilDate,
  source: '175/2024/QH15',
}
/** The dataset of 08/2026 calls Đồng Nai a city; the day is taken from the news and from no text. */
const dongNaiProvince: Period = { ...of34, to: '2026-04-29' as CivilDate }
const dongNaiCity: Period = {
  ...of34,
  from: '2026-04-30' as CivilDate,
  source: 'vietnamese-provinces-database, 08/2026',
  confidence: 'inferred',
}

/** `01*Hà Nội`: code, a star for a municipality, name. */
function read(text: string, period: Period): Province[] {
  return text.split('|').map((row) => {
    const kind = row[2] === '*' ? 'municipality' : 'province'
    const name = row.slice(3)
    const fullName = `${kind === 'municipality' ? 'Thành phố' : 'Tỉnh'} ${name}`
    return Object.freeze({ code: row.slice(0, 2), name, fullName, kind, ...period })
  })
}

/** Every province of every period, in the order of their codes within a period. */
export const provinces: readonly Province[] = /* @__PURE__ */ Object.freeze(
  /* @__PURE__ */ [
    ...read(
      '01*Hà Nội|02 Hà Giang|04 Cao Bằng|06 Bắc Kạn|08 Tuyên Quang|10 Lào Cai|11 Điện Biên|12 Lai Châu|14 Sơn La|15 Yên Bái|17 Hòa Bình|19 Thái Nguyên|20 Lạng Sơn|22 Quảng Ninh|24 Bắc Giang|25 Phú Thọ|26 Vĩnh Phúc|27 Bắc Ninh|30 Hải Dương|31*Hải Phòng|33 Hưng Yên|34 Thái Bình|35 Hà Nam|36 Nam Định|37 Ninh Bình|38 Thanh Hóa|40 Nghệ An|42 Hà Tĩnh|44 Quảng Bình|45 Quảng Trị',
      of63,
    ),
    ...read('46 Thừa Thiên Huế', hueProvince),
    ...read('46*Huế', hueCity),
    ...read(
      '48*Đà Nẵng|49 Quảng Nam|51 Quảng Ngãi|52 Bình Định|54 Phú Yên|56 Khánh Hòa|58 Ninh Thuận|60 Bình Thuận|62 Kon Tum|64 Gia Lai|66 Đắk Lắk|67 Đắk Nông|68 Lâm Đồng|70 Bình Phước|72 Tây Ninh|74 Bình Dương|75 Đồng Nai|77 Bà Rịa - Vũng Tàu|79*Hồ Chí Minh|80 Long An|82 Tiền Giang|83 Bến Tre|84 Trà Vinh|86 Vĩnh Long|87 Đồng Tháp|89 An Giang|91 Kiên Giang|92*Cần Thơ|93 Hậu Giang|94 Sóc Trăng|95 Bạc Liêu|96 Cà Mau',
      of63,
    ),
    ...read(
      '01*Hà Nội|04 Cao Bằng|08 Tuyên Quang|11 Điện Biên|12 Lai Châu|14 Sơn La|15 Lào Cai|19 Thái Nguyên|20 Lạng Sơn|22 Quảng Ninh|24 Bắc Ninh|25 Phú Thọ|31*Hải Phòng|33 Hưng Yên|37 Ninh Bình|38 Thanh Hóa|40 Nghệ An|42 Hà Tĩnh|44 Quảng Trị|46*Huế|48*Đà Nẵng|51 Quảng Ngãi|52 Gia Lai|56 Khánh Hòa|66 Đắk Lắk|68 Lâm Đồng',
      of34,
    ),
    ...read('75 Đồng Nai', dongNaiProvince),
    ...read('75*Đồng Nai', dongNaiCity),
    ...read(
      '79*Hồ Chí Minh|80 Tây Ninh|82 Đồng Tháp|86 Vĩnh Long|91 An Giang|92*Cần Thơ|96 Cà Mau',
      of34,
    ),
  ],
)
