/** What a roll-up says, in the two languages. */
import type { Language, Sentences } from '@tiemchung/core'
import { wordIn } from '../report/words.js'
import type { RollUpUnit } from './roll-up.js'

const say = (vi: string, en: string): Sentences => ({ vi, en })

/** Words of the page, by what they name. */
export const words = {
  title: say('Tổng hợp ngày tiêm', 'Roll-up of the vaccination day'),
  at: say('Lập lúc', 'Made at'),
  vaccinating: say('Cơ sở tiêm', 'Vaccinating facilities'),
  finished: say('Hoàn thành', 'Finished'),
  open: say('Chưa hoàn thành', 'Open'),
  silent: say('Không có tin', 'Silent'),
  given: say('Mũi đã tiêm', 'Doses given'),
  acknowledged: say('Mũi nền tảng xác nhận', 'Doses acknowledged'),
  reasons: say('Vì sao chưa hoàn thành', 'Why facilities are open'),
  reason: say('Lý do', 'Reason'),
  lines: say('Theo tuyến báo cáo', 'By reporting line'),
  owners: say('Theo đơn vị chủ quản', 'By owner'),
  unit: say('Đơn vị', 'Unit'),
  code: say('Mã', 'Code'),
  oldest: say('Mở lâu nhất từ', 'Oldest open since'),
  facilities: say('Cơ sở chưa hoàn thành', 'Facilities that are not finished'),
  facility: say('Cơ sở', 'Facility'),
  state: say('Trạng thái', 'State'),
  since: say('Từ lúc', 'Since'),
  openDoses: say('Việc còn mở', 'Open items'),
  more: say('cơ sở khác không liệt kê ở đây', 'more facilities are not listed here'),
  moreUnits: say('đơn vị khác không liệt kê ở đây', 'more units are not listed here'),
  nothing: say('Mọi cơ sở đã hoàn thành.', 'Every facility is finished.'),
  issues: say(
    'Báo cáo không được tính, và điều cần xem',
    'Reports that do not count, and what to look at',
  ),
  place: say('Vị trí', 'Place'),
  what: say('Nội dung', 'What'),
  all: say('Toàn quốc', 'The country'),
  level: say('Cấp', 'Level'),
  within: say('Thuộc', 'Within'),
} as const

/** Headings of the levels. */
export const levelWords: Readonly<Record<string, Sentences>> = {
  province: say('Tỉnh, thành phố', 'Provinces'),
  district: say('Quận, huyện', 'Districts'),
  commune: say('Xã, phường', 'Communes'),
  line: words.lines,
  owner: words.owners,
}

const unitWords: Readonly<Record<string, Sentences>> = {
  'line province': say('Các tỉnh, thành phố', 'The provinces'),
  'line ministry-of-health': say('Trực thuộc Bộ Y tế', 'Under the Ministry of Health'),
  'line defence': say('Quân đội', 'Armed forces'),
  'line public-security': say('Công an', 'Public security'),
  'line other': say('Bộ, ngành khác', 'Other ministries and branches'),
  'owner province': say('Tỉnh, thành phố', 'Province'),
  'owner ministry-of-health': say('Bộ Y tế', 'Ministry of Health'),
  'owner ministry-or-branch': say('Bộ, ngành', 'Ministry or branch'),
  'owner non-public': say('Ngoài công lập', 'Not public'),
}

const notKnownWords = say('Không rõ', 'Not known')

/** The name of a unit: its own, that of its line or owner, or its code. */
export function unitName({ level, code, name }: RollUpUnit, language: Language): string {
  if (code === 'unknown') return notKnownWords[language]
  if (name !== undefined) return name
  const key = `${level} ${code}`
  const word = wordIn(unitWords, key, language)
  return word === key ? code : word
}
