import type { Truth, TrueChild } from '../generate/truth.js'
import { left, right } from './columns.js'
import { assumedLines, measuredLines, type RateLine } from './rate-lines.js'
import type { Language } from './words.js'

const heads = {
  vi: {
    title: 'Tỷ lệ dùng để tạo dữ liệu',
    rate: 'tỷ lệ',
    run: 'lần chạy này',
    measured: 'ĐO ĐƯỢC: đối sánh 76.625.823 người, tháng 3/2022',
    assumed: 'GIẢ ĐỊNH: không có số liệu công bố',
  },
  en: {
    title: 'Rates that the data was made with',
    rate: 'rate',
    run: 'this run',
    measured: 'MEASURED: matching of 76,625,823 people, March 2022',
    assumed: 'ASSUMED: no figure was published',
  },
} as const

const percent = (share: number, language: Language): string => {
  const text = `${(share * 100).toFixed(1)} %`
  return language === 'vi' ? text.replace('.', ',') : text
}

function rateLine(one: RateLine, children: readonly TrueChild[], language: Language): string {
  const base = children.filter(one.of)
  const found = base.filter(one.is).length
  const share = base.length === 0 ? '–' : percent(found / base.length, language)
  return [
    `  ${left(one[language], 50)}`,
    right(percent(one.rate, language), 8),
    right(`${found}/${base.length}`, 11),
    right(share, 8),
  ].join('')
}

/** The rates, marked as measured or assumed, each beside what this run came to. */
export function ratesTable({ children }: Truth, language: Language): string {
  const head = heads[language]
  const lines = (all: readonly RateLine[]) => all.map((one) => rateLine(one, children, language))
  return [
    `${left(head.title, 52)}${right(head.rate, 8)}${right(head.run, 19)}`,
    head.measured,
    ...lines(measuredLines),
    head.assumed,
    ...lines(assumedLines),
  ].join('\n')
}
