import { parseCivilDate } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { forecastChart } from './chart.js'

const chart = {
  title: { vi: 'Mũi 2 theo tuần <thử>', en: 'Second doses by week' },
  from: parseCivilDate('2022-07-15'),
  step: 7,
  values: [1200, 0, 400],
} as const

describe('forecastChart', () => {
  test('has a title and a description that tells the numbers in words', () => {
    const english = forecastChart({ ...chart, language: 'en' })
    expect(english).toContain('<title id="forecast-title">Second doses by week</title>')
    expect(english).toContain(
      '>from 2022-07-15 to 2022-07-29; total: 1,600 children; most: 1,200 on 2022-07-15</desc>',
    )
  })

  test('writes Vietnamese days and numbers, and escapes what is given', () => {
    const vietnamese = forecastChart({ ...chart, language: 'vi' })
    expect(vietnamese).toContain('Mũi 2 theo tuần &lt;thử&gt;')
    expect(vietnamese).toContain('tổng: 1.600 trẻ; cao nhất: 1.200 vào ngày 15/07/2022')
  })

  test('draws a bar for each number that is not zero, in proportion', () => {
    const svg = forecastChart({ ...chart, language: 'en' })
    const bars = [...svg.matchAll(/<rect x="[\d.]+" y="[\d.]+" width="[\d.]+" height="([\d.]+)">/g)]
    const heights = bars.map((bar) => Number(bar[1]))
    expect(heights).toHaveLength(2)
    expect(heights[0]).toBeCloseTo((heights[1] ?? 0) * 3, 0)
  })

  test('is the same text for the same numbers, and holds where there is none', () => {
    expect(forecastChart({ ...chart, language: 'en' })).toBe(
      forecastChart({ ...chart, language: 'en' }),
    )
    expect(forecastChart({ ...chart, values: [], language: 'en' })).toContain('total: 0 children')
  })
})
