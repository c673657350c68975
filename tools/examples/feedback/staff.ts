/** An officer logs in for the first time, works through the queue, and is told when somebody was faster. */
import { staffClient } from '@tiemchung/feedback'
import { feedbackPolicy9458 } from '@tiemchung/feedback/rules'
import type { FeedbackItem } from '@tiemchung/schemas'
import type { Page } from 'playwright-core'
import { choose, press, said, typeInto } from './keyboard.js'
import { look } from './look.js'
import { ownPassword } from './platform.js'
import { report } from './reports.js'
import type { Run } from './run.js'

const account = 'staff.01234'

/** Types account and password, and the code that came. */
async function answerChallenge(page: Page, { platform }: Run, password: string): Promise<void> {
  await typeInto(page, '#account', account)
  await typeInto(page, '#password', password)
  await press(page, '#log-in button')
  await page.locator('#challenge:not([hidden])').waitFor()
  await typeInto(page, '#code', await platform.code({ account }))
  await press(page, '#challenge button')
}

/** Logs in for the first time: the password that the account was made with will not do. */
export async function logIn(page: Page, run: Run): Promise<void> {
  const { asked, pages, pictures, platform } = run
  await page.goto(`${pages.origin}/desk.html`)
  await typeInto(page, '#account', account)
  await typeInto(page, '#password', 'wrong-password')
  await press(page, '#log-in button')
  await said(page, 'Không đăng nhập được.')
  await look(page, asked, pictures, 'desk-log-in')
  await answerChallenge(page, run, platform.password(account))
  await page.locator('#change:not([hidden])').waitFor()
  asked.same(
    'the queue before a password was chosen',
    await page.locator('#work').isVisible(),
    false,
  )
  await typeInto(page, '#next', ownPassword)
  await press(page, '#change button')
  await said(page, 'Đã đăng nhập.')
}

/** Logs in again, with the password that was chosen. */
export async function logInAgain(page: Page, run: Run): Promise<void> {
  await page.goto(`${run.pages.origin}/desk.html`)
  await answerChallenge(page, run, ownPassword)
  await said(page, 'Đã đăng nhập.')
}

const lines = (page: Page) => page.locator('#queue button')

/** Opens an item of the list. */
export async function open(page: Page, { id, reference }: FeedbackItem): Promise<void> {
  await press(page, `#queue button[data-id="${id}"]`)
  await page.locator('#item > h2').filter({ hasText: reference }).waitFor()
}

/** The state that the page shows of the item that is open. */
export const stateOf = (page: Page): Promise<string> =>
  page.locator('#facts dd').first().innerText()

async function pagesAndLive(page: Page, run: Run, sent: number): Promise<FeedbackItem> {
  const { asked, platform } = run
  await lines(page).nth(19).waitFor()
  asked.same('items of the first page', await lines(page).count(), 20)
  await press(page, '#more')
  await lines(page)
    .nth(sent - 1)
    .waitFor()
  asked.same('items of both pages', await lines(page).count(), sent)
  const fresh = await report(platform, 900)
  await page.locator(`#queue button[data-id="${fresh.id}"]`).waitFor()
  await said(page, 'Hàng chờ vừa có thay đổi.')
  return fresh
}

async function reject(page: Page, run: Run, item: FeedbackItem): Promise<void> {
  const { asked, pictures } = run
  await open(page, item)
  await press(page, '#take')
  await page.locator('#decide:not([hidden])').waitFor()
  await choose(page, '#outcome', 'rejected')
  const reasons = await page.locator('#reason option').allInnerTexts()
  const sentences = feedbackPolicy9458.rejections.map(({ says }) => says.vi)
  asked.same('the thirteen reasons', reasons, sentences)
  await choose(page, '#reason', 'photo-unreadable')
  await look(page, asked, pictures, 'desk-decide')
  await press(page, '#decide button')
  await page.locator('#decide').waitFor({ state: 'hidden' })
  asked.same('the state after a rejection', await stateOf(page), 'Không chấp nhận')
}

/** The page did not hear of it: a colleague has taken the item meanwhile. */
async function tooLate(page: Page, run: Run, item: FeedbackItem): Promise<void> {
  const { asked, pictures, head } = run
  await open(page, item)
  await page.route(`**/${item.id}/item`, (route) => route.abort())
  const colleague = staffClient({ http: head })
  const taken = await colleague.take(item)
  await colleague.decide(taken, { outcome: 'later' })
  await press(page, '#take')
  await said(page, 'Một cán bộ khác đã xử lý phản ánh này.')
  asked.same('the item as it stands', await stateOf(page), 'Sẽ xử lý sau')
  await page.unroute(`**/${item.id}/item`)
  await look(page, asked, pictures, 'desk-conflict')
}

async function askAndPassOn(page: Page, { asked }: Run, item: FeedbackItem): Promise<void> {
  await open(page, item)
  await press(page, '#take')
  await typeInto(page, '#asks', 'Xin gửi ảnh giấy xác nhận.')
  await press(page, '#ask button')
  await page.locator('#ask').waitFor({ state: 'hidden' })
  asked.same('the state after a question', await stateOf(page), 'Cần bổ sung thông tin')
  await choose(page, '#level', 'district')
  await typeInto(page, '#unit', '99999')
  await press(page, '#pass button')
  await said(page, 'Không chuyển đến nơi đó được.')
  await typeInto(page, '#unit', '01001')
  await press(page, '#pass button')
  await page.locator('#pass').waitFor({ state: 'hidden' })
  const [, where] = await page.locator('#facts dd').allInnerTexts()
  asked.same('where it is now', where, 'Trung tâm Y tế 01001')
}

export async function runStaff(page: Page, run: Run): Promise<void> {
  const { asked, pictures, items } = run
  await logIn(page, run)
  // With the report that the mother took back.
  const fresh = await pagesAndLive(page, run, items.length + 1)
  await look(page, asked, pictures, 'desk-queue')
  const [late, second, third] = items
  if (late === undefined || second === undefined || third === undefined) throw new Error('no items')
  const old = page.locator(`#queue button[data-id="${late.id}"]`)
  asked.has('an item of three days ago', await old.innerText(), 'Quá hạn.')
  await reject(page, run, late)
  await tooLate(page, run, second)
  await askAndPassOn(page, run, third)
  await open(page, fresh)
  const desk = staffClient({ http: run.head })
  const { events } = await desk.load(late.id)
  asked.same('who decided', events.at(-1)?.officer, account)
}
