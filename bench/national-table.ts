/** The sum of `national-load.ts` in words: a table in Markdown, as `docs/` has it in both languages. */
import type { LoadRow, LoadTerms, Sizes } from './national-load.js'

/** A language of the docs. */
export type Language = 'en' | 'vi'

/** The sizes from which the tables in `docs/` are: those of a run of `npm run bench sign-load`. */
export const sizesInDocs: Sizes = {
  records: 2000,
  record: 1286,
  signed: 3636,
  seal: 2097,
  proof: 908,
}

/** A number as the language writes it. */
export const numberIn = (language: Language, value: number): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value)

const oneDecimal = (language: Language, value: number) =>
  new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
    value,
  )

const words = {
  en: {
    head: (hours: string, rate: string) =>
      `| Country | How | Signatures | a second, in ${hours} | Hours at ${rate} a second | Moved |`,
    hours: (count: number) => (count === 1 ? 'one hour' : `${numberIn('en', count)} hours`),
    era: { '2022': '2022', 'since-2025': 'since 2025' },
    load: { mean: 'mean', peak: 'peak' },
    how: { record: 'a record', seal: 'a seal' },
  },
  vi: {
    head: (hours: string, rate: string) =>
      `| Cả nước | Cách ký | Chữ ký | mỗi giây, trong ${hours} | Giờ, ở mức ${rate} mỗi giây | Truyền |`,
    hours: (count: number) => (count === 1 ? 'một giờ' : `${numberIn('vi', count)} giờ`),
    era: { '2022': '2022', 'since-2025': 'từ 2025' },
    load: { mean: 'trung bình', peak: 'cao điểm' },
    how: { record: 'từng bản ghi', seal: 'dấu ngày' },
  },
} as const

/** The table in lines. */
export function loadTable(
  rows: readonly LoadRow[],
  { hours, serviceRate }: LoadTerms,
  language: Language,
): readonly string[] {
  const { head, hours: hoursIn, era, load, how } = words[language]
  const number = (value: number) => numberIn(language, value)
  const lines = rows.map((row) => {
    const cells = [
      `${era[row.era]}, ${load[row.load]}`,
      how[row.how],
      number(row.keyOperations),
      oneDecimal(language, row.perSecond),
      oneDecimal(language, row.hours),
      `${number(row.megabytes)} MB`,
    ]
    return `| ${cells.join(' | ')} |`
  })
  const rule = '| --- | --- | ---: | ---: | ---: | ---: |'
  return [head(hoursIn(hours), number(serviceRate)), rule, ...lines]
}
