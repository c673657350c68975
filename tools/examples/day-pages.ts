/** The pages of a day that the demo left: the report of a facility, and the roll-up of its district. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openKeptDay } from '@tiemchung/clinic'
import { dayReportPage } from '@tiemchung/clinic/report'
import { rollUp, rollUpPage } from '@tiemchung/clinic/roll-up'
import { fileStore } from '@tiemchung/clinic/store/file'
import { fixedClock } from '@tiemchung/core'
import type { DayReport, RollUp } from '@tiemchung/schemas/wire'
import { type Browser, chromium } from 'playwright-core'
import { type Case, startCase } from './case.js'
import { look } from './feedback/look.js'

/** What the demo says of its day, as far as it is needed here. */
interface Left {
  readonly rollUp: RollUp
  readonly facilities: readonly {
    readonly code: string
    readonly name: string
    readonly canSign: boolean
    readonly ofCommune: boolean
    readonly plan: 'vaccinates' | 'silent' | 'rests'
  }[]
}

function leftIn(folder: string): Left {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  const { rollUp } = read('day.json') as Pick<Left, 'rollUp'>
  const { facilities } = read('truth.json') as Pick<Left, 'facilities'>
  return { rollUp, facilities }
}

/** The report of a facility, from its own store, as it was when the district was rolled up. */
async function reportOf(folder: string, code: string, at: Date): Promise<DayReport> {
  const store = await fileStore(join(folder, 'stores', code))
  try {
    const day = await openKeptDay(store, { clock: fixedClock(at) })
    if (day === undefined) throw new Error(`the demo left no day of ${code}`)
    return await day.report()
  } finally {
    await store.close()
  }
}

/** The roll-up of all that were expected. */
function districtOf({ rollUp: { date, madeAt, rows }, facilities }: Left) {
  return rollUp({
    date,
    madeAt: new Date(madeAt),
    reports: rows.flatMap(({ report }) => (report === undefined ? [] : [report])),
    expected: facilities.map(({ code, name, canSign, ofCommune, plan }) => ({
      ...{ code, name, canSign, province: '01', district: '001' },
      ...{ commune: ofCommune ? '00001' : '00004', vaccinating: plan !== 'rests' },
    })),
  })
}

interface Shown {
  readonly name: string
  readonly html: string
  /** What must be read on it. */
  readonly says: readonly (string | RegExp)[]
}

async function shownOf(folder: string): Promise<readonly Shown[]> {
  const left = leftIn(folder)
  const first = left.rollUp.rows.find(({ report }) => (report?.given ?? 0) > 0)
  if (first === undefined) throw new Error('the demo left no facility that gave a dose')
  const report = await reportOf(folder, first.facility, new Date(left.rollUp.madeAt))
  const district = districtOf(left)
  const { finished, vaccinating } = district.total
  return [
    {
      name: 'day',
      html: dayReportPage(report, 'vi'),
      says: [`Cơ sở ${first.facility}`, `${report.given} (100 %)`],
    },
    { name: 'day-in-english', html: dayReportPage(report, 'en'), says: [/Facility/] },
    {
      name: 'roll-up',
      html: rollUpPage(district, 'vi'),
      says: [`${finished}/${vaccinating}`, ...left.facilities.slice(0, 1).map(({ name }) => name)],
    },
  ]
}

async function lookAt(browser: Browser, { name, html, says }: Shown, asked: Case, folder: string) {
  const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' })
  const page = await context.newPage()
  page.on('request', (request) => asked.same(`${name}: what the page fetches`, request.url(), ''))
  await page.setContent(html)
  const text = await page.locator('body').innerText()
  for (const part of says) asked.has(name, text, part)
  await look(page, asked, folder, name)
  await context.close()
}

/**
 * Opens both pages on a phone and on a desk: nothing beyond the edge, no rule of axe broken. Pictures are left in
 * `pictures`.
 */
export async function tryDayPages(
  folder: string,
  { executable, pictures }: { readonly executable: string; readonly pictures: string },
): Promise<readonly string[]> {
  const asked = startCase()
  rmSync(pictures, { recursive: true, force: true })
  mkdirSync(pictures, { recursive: true })
  const shown = await shownOf(folder)
  const browser = await chromium.launch({ executablePath: executable, headless: true })
  try {
    for (const one of shown) await lookAt(browser, one, asked, pictures)
  } finally {
    await browser.close()
  }
  return asked.faults
}
