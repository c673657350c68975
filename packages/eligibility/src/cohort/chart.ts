/** A forecast as a picture: bars in SVG, the same text for the same numbers. */
import {
  addDays,
  type CivilDate,
  escapeMarkup,
  type Language,
  type Sentences,
} from '@tiemchung/core'

/** What the picture shows. */
export interface ForecastChart {
  readonly title: Sentences
  /** First day. */
  readonly from: CivilDate
  /** Days from bar to bar: 1 or 7. */
  readonly step: number
  /** A number per bar. */
  readonly values: readonly number[]
  readonly language: Language
}

const frame = { width: 720, height: 320, left: 72, right: 16, top: 48, bottom: 40 }

const words = {
  vi: {
    from: 'từ',
    to: 'đến',
    total: 'tổng',
    most: 'cao nhất',
    children: 'trẻ',
    onDay: 'vào ngày',
  },
  en: { from: 'from', to: 'to', total: 'total', most: 'most', children: 'children', onDay: 'on' },
} as const

/** Thousands by dot in Vietnamese, by comma in English; without the locale of the machine. */
function grouped(value: number, language: Language): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, language === 'vi' ? '.' : ',')
}

function dayIn(date: CivilDate, language: Language): string {
  return language === 'vi' ? date.split('-').reverse().join('/') : date
}

/** The smallest of 1, 2 or 5 times a power of ten that is not below a number. */
function roundUp(value: number): number {
  let power = 1
  while (power * 10 < value) power *= 10
  return [1, 2, 5, 10].map((one) => one * power).find((one) => one >= value) as number
}

const fixed = (value: number) => String(Math.round(value * 100) / 100)

function describe({ from, step, values, language }: ForecastChart): string {
  const say = words[language]
  const total = values.reduce((sum, value) => sum + value, 0)
  const most = Math.max(0, ...values)
  const at = addDays(from, values.indexOf(most) * step)
  const last = addDays(from, Math.max(0, values.length - 1) * step)
  const range = `${say.from} ${dayIn(from, language)} ${say.to} ${dayIn(last, language)}`
  const sum = `${say.total}: ${grouped(total, language)} ${say.children}`
  if (most === 0) return `${range}; ${sum}`
  return `${range}; ${sum}; ${say.most}: ${grouped(most, language)} ${say.onDay} ${dayIn(at, language)}`
}

function barsOf({ values, from, step, language }: ForecastChart, top: number): string[] {
  const inner = frame.width - frame.left - frame.right
  const height = frame.height - frame.top - frame.bottom
  const width = inner / Math.max(1, values.length)
  return values.flatMap((value, place) => {
    if (value === 0) return []
    const tall = (value / top) * height
    const x = fixed(frame.left + place * width)
    const y = fixed(frame.top + height - tall)
    const size = `width="${fixed(width * 0.9)}" height="${fixed(tall)}"`
    const day = dayIn(addDays(from, place * step), language)
    const tip = `<title>${day}: ${grouped(value, language)}</title>`
    return [`<rect x="${x}" y="${y}" ${size}>${tip}</rect>`]
  })
}

function axesOf({ values, from, step, language }: ForecastChart, top: number): string[] {
  const inner = frame.width - frame.left - frame.right
  const base = frame.height - frame.bottom
  const lines = [0, 0.5, 1].map((share) => {
    const y = fixed(base - share * (base - frame.top))
    const ends = `x1="${frame.left}" x2="${frame.width - frame.right}"`
    const label = grouped(Math.round(top * share), language)
    return `<line stroke="#bbb" ${ends} y1="${y}" y2="${y}"/><text x="${frame.left - 8}" y="${y}" text-anchor="end" dominant-baseline="middle">${label}</text>`
  })
  const days = [0, 0.5, 1].map((share) => {
    const place = Math.round(share * Math.max(0, values.length - 1))
    const x = fixed(frame.left + ((place + 0.5) / Math.max(1, values.length)) * inner)
    const label = dayIn(addDays(from, place * step), language)
    const anchor = share === 0 ? 'start' : share === 1 ? 'end' : 'middle'
    return `<text x="${x}" y="${base + 20}" text-anchor="${anchor}">${label}</text>`
  })
  return [...lines, ...days]
}

/**
 * A forecast as SVG, readable without seeing it: a title, and a description with the numbers.
 *
 * @example
 * ```ts
 * import { parseCivilDate } from '@tiemchung/core'
 * import { forecastChart } from '@tiemchung/eligibility/cohort'
 * const svg = forecastChart({
 *   title: { vi: 'Trẻ đến lịch mũi 2, theo tuần', en: 'Second doses due, by week' },
 *   from: parseCivilDate('2022-07-15'),
 *   step: 7,
 *   values: [120, 80, 0, 40],
 *   language: 'vi',
 * })
 * ```
 */
export function forecastChart(chart: ForecastChart): string {
  const { width, height, left } = frame
  const top = roundUp(Math.max(1, ...chart.values))
  const title = escapeMarkup(chart.title[chart.language])
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" lang="${chart.language}" role="img" aria-labelledby="forecast-title forecast-description">`,
    `<title id="forecast-title">${title}</title>`,
    `<desc id="forecast-description">${escapeMarkup(describe(chart))}</desc>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<g font-family="sans-serif" font-size="12" fill="#222">`,
    `<text x="${left}" y="24" font-size="16">${title}</text>`,
    ...axesOf(chart, top),
    `</g>`,
    `<g fill="#1f6f8b">${barsOf(chart, top).join('')}</g>`,
    `</svg>\n`,
  ].join('\n')
}
