/** `examples/feedback-pages` in a headless Chromium: a citizen, an officer, and where both meet. */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Uuid } from '@tiemchung/core'
import { staffClient } from '@tiemchung/feedback'
import { reportPage } from '@tiemchung/feedback/report'
import type { Http } from '@tiemchung/http'
import type { FeedbackItem } from '@tiemchung/schemas'
import { type Browser, chromium, type Page } from 'playwright-core'
import { type Case, startCase } from '../case.js'
import { runAnotherCode } from './another-code.js'
import { runCitizen } from './citizen.js'
import { look } from './look.js'
import { runMeeting } from './meeting.js'
import { type Pages, servePages } from './pages.js'
import { takePhoto } from './photo.js'
import { morning, type Platform, startPlatform } from './platform.js'
import { report } from './reports.js'
import { runStaff } from './staff.js'
import { vaccinate } from './vaccinated.js'

/** What a run stands on. */
export interface Run {
  readonly asked: Case
  readonly platform: Platform
  readonly pages: Pages
  /** Where pictures are kept. */
  readonly pictures: string
  readonly photo: Buffer
  /** The reference of a notice. */
  readonly notice: string
  /** The head of the facility, who uses no page. */
  readonly head: Http
  /** What is in the queue, oldest first; the first is overdue. */
  readonly items: readonly FeedbackItem[]
  readonly correct: (feedbackId: Uuid) => Promise<void>
}

/** Hours since the first reports came; the others came this morning. */
const ages = [72, 63, 55, 45, 30, 14]

/** More than a page of reports, some of them overdue. */
async function fillQueue(platform: Platform): Promise<FeedbackItem[]> {
  const items: FeedbackItem[] = []
  for (let index = 0; index < 24; index += 1) {
    const at = new Date(morning.getTime() - (ages[index] ?? 0) * 3_600_000)
    if (index <= ages.length) await platform.setClock(at)
    items.push(await report(platform, index, at))
  }
  return items
}

/** A page of a person of their own, whose clock is the platform's. */
async function newPage(browser: Browser, asked: Case): Promise<Page> {
  const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  page.on('pageerror', ({ message }) => asked.same('an error in the page', message, ''))
  // Whoever listens only when a chooser is about to open may be too late.
  page.on('filechooser', () => undefined)
  await page.clock.install({ time: morning })
  await page.setViewportSize({ width: 360, height: 800 })
  return page
}

/** The report of the ministry, as a page. */
async function lookAtReport(browser: Browser, run: Run): Promise<void> {
  const http = await run.platform.officer('ministry')
  const html = reportPage(await staffClient({ http }).report(), 'vi')
  const page = await newPage(browser, run.asked)
  await page.setContent(html)
  run.asked.has('the report', await page.locator('body').innerText(), 'Trạm Y tế phường Mẫu')
  await look(page, run.asked, run.pictures, 'report-of-units')
}

async function runAll(browser: Browser, run: Run): Promise<void> {
  const [citizen, officer] = [await newPage(browser, run.asked), await newPage(browser, run.asked)]
  await runCitizen(citizen, run)
  await runStaff(officer, run)
  await runMeeting(citizen, officer, run)
  await runAnotherCode(await newPage(browser, run.asked), run)
  await lookAtReport(browser, run)
}

/**
 * Uses the built pages with the keyboard alone, against a sandbox that `command` starts (arguments for Node).
 * Pictures are left in `pictures`.
 */
export async function tryFeedbackPages(
  folder: string,
  command: readonly string[],
  { executable, pictures }: { readonly executable: string; readonly pictures: string },
): Promise<readonly string[]> {
  const asked = startCase()
  rmSync(pictures, { recursive: true, force: true })
  mkdirSync(pictures, { recursive: true })
  const pages = await servePages(join(folder, 'feedback-pages'))
  const platform = await startPlatform(command, folder, pages.origin)
  pages.point(platform.address)
  const browser = await chromium.launch({ executablePath: executable, headless: true })
  try {
    const items = await fillQueue(platform)
    const { notice, head, correct } = await vaccinate(platform)
    const photo = await takePhoto(browser)
    const ground = { asked, platform, pages, pictures, photo }
    await runAll(browser, { ...ground, notice, head, items, correct })
  } finally {
    await browser.close()
    await platform.stop()
    pages.stop()
  }
  return asked.faults
}
