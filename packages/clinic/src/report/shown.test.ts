import { parseCivilDate } from '@tiemchung/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf, generatedDate, rowsArbitrary } from '../day/generated-day.fixture.js'
import { dayReport } from './day-report.js'
import { dayReportCsv } from './day-report-csv.js'
import { dayReportPage } from './day-report-page.js'

const facts = {
  facility: '01234',
  canSign: true,
  date: generatedDate,
  madeAt: new Date('2022-05-20T11:00:00Z'),
}
const rows = fc.sample(rowsArbitrary, { numRuns: 60, seed: 1815 }).flat()
const report = dayReport(dayOf(rows), { ...facts, feedbackOpen: 3 })
const empty = dayReport({ children: [], records: [], operations: [] }, facts)

describe('dayReportPage', () => {
  test.each(['vi', 'en'] as const)('in %s shows the numbers and fetches nothing', (language) => {
    const page = dayReportPage(report, language)
    expect(page).not.toMatch(/<script|src=|href=|url\(|undefined|NaN|\[object/)
    expect(page).toContain(`>${report.given} (100 %)<`)
    for (const count of Object.values(report.open)) expect(page).toContain(`>${count}</span>`)
    expect(page).toContain('20/05/2022 18:00')
  })
  test('scrolls wide tables with the keyboard too, each under a name of its own', () => {
    const page = dayReportPage(report, 'en')
    const regions = [...page.matchAll(/<div class="scroll" ([^>]*)>/g)].map(([, found]) => found)
    expect(regions.length).toBeGreaterThan(3)
    for (const one of regions) expect(one).toMatch(/^role="region" tabindex="0" aria-label="\w/)
    expect(new Set(regions).size).toBe(regions.length)
  })
  test('a head stands where its numbers stand, and a short text on one line', () => {
    const page = dayReportPage(report, 'en')
    expect(page).toContain('<th scope="col">What</th><th scope="col" class="n">Count</th>')
    expect(page).toContain('<td class="s">21/05/2022 00:00</td>')
  })
  test('a reason is a whole sentence without its number', () => {
    const odd = { ...report, open: { 'entered.completeness.volume': 2 } }
    expect(dayReportPage(odd, 'en')).toContain('The volume entered is not that of the policy<')
  })
  test('says that a day without doses is finished', () => {
    expect(dayReportPage(empty, 'en')).toContain('Nothing is open.')
  })
  test.each([
    ['vi', 'không đọc được, và không có trong các số này (2)<', 'Không đọc được trong kho<'],
    ['en', 'cannot be read, and are in none of these numbers (2)<', 'Cannot be read in the store<'],
  ] as const)('in %s says how much of the store could not be read', (language, line, bar) => {
    const spoilt = dayReport({ children: [], records: [], operations: [], unreadable: 2 }, facts)
    const page = dayReportPage(spoilt, language)
    for (const text of [line, bar]) expect(page).toContain(text)
    expect(page).not.toMatch(/Nothing is open|Không còn việc nào mở/)
    expect(dayReportPage(empty, language)).not.toContain(line.slice(0, 20))
  })
  test('words of another version are shown as they are, and escaped', () => {
    const odd = { ...report, open: { 'signed.<b>': 2 }, date: parseCivilDate('2022-05-20') }
    expect(dayReportPage(odd, 'vi')).toContain('signed.&lt;b&gt;')
  })
})

describe('dayReportCsv', () => {
  const lines = dayReportCsv(report, 'en').trimEnd().split('\r\n')
  const cells = (line: string) => line.split(',')
  test('has a row for the day, late entries, sessions, vaccinators and every reason', () => {
    const { sessions = [], vaccinators = [], open } = report
    expect(lines).toHaveLength(
      1 + 1 + 2 + sessions.length + vaccinators.length + Object.keys(open).length,
    )
    expect(cells(lines[1] ?? '').slice(0, 6)).toEqual([
      '01234',
      '2022-05-20',
      'The day',
      '',
      `${report.given}`,
      `${report.entered}`,
    ])
  })
  test('what could not be read has a row', () => {
    const rows = dayReportCsv({ ...report, unreadable: 2 }, 'en')
      .trimEnd()
      .split('\r\n')
    expect(rows).toHaveLength(lines.length + 1)
    expect(rows.at(-1)).toMatch(/^01234,2022-05-20,Reason,Cannot be read in the store,,+2$/)
  })
  test('every row has a cell for each heading', () => {
    const width = cells(lines[0] ?? '').length
    for (const line of lines.filter((one) => !one.includes('"')))
      expect(cells(line)).toHaveLength(width)
  })
})
