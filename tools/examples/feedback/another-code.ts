/** A father whose code did not come: he asks for another, and then for more than the platform sends in an hour. */
import type { Page } from 'playwright-core'
import { fillIn } from './citizen.js'
import { press, said, typeInto } from './keyboard.js'
import { look } from './look.js'
import type { Run } from './run.js'

const phone = '0912345680'

/** Codes that the sandbox sends to one telephone in an hour. */
const most = 30

/** Presses the button, and gives the status that the platform answers with. */
async function askAgain(page: Page): Promise<number> {
  const answered = page.waitForResponse(
    (response) => response.url().endsWith('/code') && response.request().method() === 'POST',
  )
  await press(page, '#another')
  return (await answered).status()
}

/** The code before counts no more; where both happen to be the same, nothing can be seen of it. */
async function oldCode(page: Page, old: string): Promise<void> {
  await typeInto(page, '#code', old)
  await press(page, '#confirmation button:not([type])')
  await said(page, /Mã không đúng/)
}

async function untilRefused(page: Page, { asked, pictures }: Run): Promise<void> {
  const statuses: number[] = []
  while (statuses.length < most && statuses.at(-1) !== 429) statuses.push(await askAgain(page))
  // One code came with the report, and one was asked for before.
  asked.same('codes that were sent until one was refused', statuses.indexOf(429), most - 2)
  const told = await said(page, /Đã xin quá nhiều mã/)
  asked.has('the refusal says how long to wait', told, /Thử lại sau (?:5\d|60) phút\./)
  await look(page, asked, pictures, 'report-no-more-codes')
  await press(page, '#language')
  asked.has('the refusal in English', await said(page, /Too many/), /Try again in (?:5\d|60) min\./)
  await press(page, '#language')
}

export async function runAnotherCode(page: Page, run: Run): Promise<void> {
  const { asked, pages, pictures, platform, notice } = run
  await page.goto(`${pages.origin}/#${notice}`)
  await page.locator('#notice:not(:empty)').waitFor()
  await fillIn(page)
  await typeInto(page, '#phone', phone)
  await press(page, '#report button:not([type])')
  await said(page, /Nhập mã 6 số/)
  const first = await platform.code({ phone })
  asked.same('the answer to a wish for another code', await askAgain(page), 202)
  await said(page, 'Đã gửi mã khác.')
  const polite = await page.locator('[role=status]').getAttribute('aria-live')
  asked.same('how another code is told', polite, 'polite')
  await look(page, asked, pictures, 'report-another-code')
  const second = await platform.code({ phone })
  if (second !== first) await oldCode(page, first)
  await untilRefused(page, run)
  await typeInto(page, '#code', await platform.code({ phone }))
  await press(page, '#confirmation button:not([type])')
  await page.locator('#done .reference').waitFor()
}
