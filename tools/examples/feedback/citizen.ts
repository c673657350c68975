/** A mother reports a wrong sex with a photo, answers a question, and takes her report back. */
import { type StaffClient, staffClient } from '@tiemchung/feedback'
import type { FeedbackItem } from '@tiemchung/schemas'
import type { Page } from 'playwright-core'
import { choose, pick, press, said, tabTo, typeInto } from './keyboard.js'
import { look } from './look.js'
import { holdsPlace } from './photo.js'
import { ownView } from './reports.js'
import type { Run } from './run.js'

export const phone = '0912345678'

/** Fills in the form as the notice opened it. */
export async function fillIn(page: Page): Promise<void> {
  await choose(page, '#type', 'wrong-sex')
  await choose(page, '#claim-sex', 'female')
  await typeInto(page, '#note', 'Giấy xác nhận ghi là nữ, cổng ghi là nam.')
  await typeInto(page, '#person', 'Nguyễn Thị Mẫu')
  await typeInto(page, '#birth', '2/9/2014')
  await choose(page, '#relationship', 'mother')
  await typeInto(page, '#reporter', 'Trần Thị Mẫu')
}

/** Adds the photo; what the page keeps of it has no place in it. */
export async function addPhoto(page: Page, { photo }: Run): Promise<void> {
  const file = { name: 'giay.jpg', mimeType: 'image/jpeg', buffer: photo }
  await pick(page, '#photo', file)
  await said(page, /Đã thêm tệp/)
}

/** Sends, confirms, and gives the reference. */
export async function sendAndConfirm(page: Page, { platform }: Run, before = ''): Promise<string> {
  await press(page, '#report button:not([type])')
  await said(page, /Nhập mã 6 số/)
  await typeInto(page, '#code', await platform.code({ phone }, before))
  await press(page, '#confirmation button:not([type])')
  const reference = page.locator('#done .reference')
  await reference.waitFor()
  return reference.innerText()
}

async function afterReload(page: Page, { asked }: Run): Promise<void> {
  await page.reload()
  await said(page, /Bản nháp trên máy này/)
  const value = (selector: string) => page.locator(selector).inputValue()
  const kept = [await value('#type'), await value('#claim-sex'), await value('#person')]
  kept.push(await value('#birth'), await value('#relationship'))
  asked.same('what a reload leaves', kept, [
    ...['wrong-sex', 'female', 'Nguyễn Thị Mẫu', '02/09/2014', 'mother'],
  ])
  asked.has(
    'the files after a reload',
    await page.locator('#photos').innerText(),
    /Tệp 1: ảnh, \d+ kB/,
  )
}

async function inEnglish(page: Page, { asked }: Run): Promise<void> {
  await press(page, '#language')
  const language = () => page.locator('html').getAttribute('lang')
  asked.same('the language after English was asked for', await language(), 'en')
  asked.has('the page in English', await page.locator('main').innerText(), /What is wrong/)
  await press(page, '#language')
  asked.same('the language after Vietnamese was asked for', await language(), 'vi')
}

/** Says what is wrong with what was typed, at the field. */
async function mistakes(page: Page, { asked }: Run): Promise<void> {
  await typeInto(page, '#phone', '12')
  await press(page, '#report button:not([type])')
  await said(page, /\S/)
  const invalid = page.locator('[name="reporter.phone"][aria-invalid=true]')
  await invalid.waitFor()
  const focused = await invalid.evaluate((one) => one === document.activeElement)
  asked.same('the field that is wrong has the focus', focused, true)
  await typeInto(page, '#phone', '0912 345 678')
}

/** Reads the photo as the platform has it. */
async function asStored(staff: StaffClient, item: FeedbackItem, run: Run): Promise<void> {
  const [file] = item.evidence
  if (file === undefined) throw new Error('the platform has no photo')
  const bytes = await staff.evidence(item, file.id)
  const { asked, photo } = run
  asked.same('a place: in the photo, in what is stored', [photo, bytes].map(holdsPlace), [
    ...[true, false],
  ])
  asked.same('the picture is still there', bytes.length > 10_000, true)
}

/** Opens the page on which a report is followed. */
export async function follow(page: Page, { pages }: Run, reference: string): Promise<void> {
  await page.goto(`${pages.origin}/follow.html`)
  await typeInto(page, '#reference', reference.toLowerCase())
  await typeInto(page, '#phone', phone)
  await press(page, '#find button')
  await page.locator('#item:not([hidden])').waitFor()
}

export const titleOf = (page: Page): Promise<string> => page.locator('#item > h2').innerText()

async function answerAndWithdraw(page: Page, run: Run, staff: StaffClient, reference: string) {
  const { asked, pictures, platform } = run
  const item = await ownView(platform, reference, phone)
  await staff.ask(await staff.take(await staff.load(item.id)), 'Xin gửi ảnh rõ ngày sinh.')
  await follow(page, run, reference)
  asked.same('the page while more is asked for', await titleOf(page), 'Cần bổ sung thông tin')
  asked.has('the question', await page.locator('#asked').innerText(), 'Xin gửi ảnh rõ ngày sinh.')
  await look(page, asked, pictures, 'follow-question')
  await pick(page, '#photo', { name: 'a.jpg', mimeType: 'image/jpeg', buffer: run.photo })
  await typeInto(page, '#note', 'Đây là ảnh rõ hơn.')
  await press(page, '#supplement button:not([type])')
  await said(page, 'Đã gửi bổ sung.')
  asked.same('the page after the answer', await titleOf(page), 'Đang xem xét')
  page.once('dialog', (dialog) => {
    dialog.accept().catch(() => undefined)
  })
  await press(page, '#withdraw')
  await said(page, 'Đã rút phản ánh.')
  const { state, evidence, supplements } = await ownView(platform, reference, phone)
  asked.same('the item', [state, evidence.length, supplements.length], ['withdrawn', 2, 1])
}

export async function runCitizen(page: Page, run: Run): Promise<void> {
  const { asked, pages, pictures, platform, notice } = run
  await page.goto(`${pages.origin}/#${notice}`)
  await page.locator('#notice:not(:empty)').waitFor()
  const told = await page.locator('#notice').innerText()
  asked.has('the notice', told, /mũi 2, Comirnaty 10 µg, ngày 20\/05\/2022, Trạm Y tế phường Mẫu/)
  await fillIn(page)
  await addPhoto(page, run)
  await afterReload(page, run)
  await inEnglish(page, run)
  await mistakes(page, run)
  await look(page, asked, pictures, 'report')
  await press(page, '#report button:not([type])')
  await said(page, /Nhập mã 6 số/)
  await typeInto(page, '#code', '000000')
  await press(page, '#confirmation button:not([type])')
  await said(page, /Mã không đúng/)
  await look(page, asked, pictures, 'report-code')
  await typeInto(page, '#code', await platform.code({ phone }))
  await press(page, '#confirmation button:not([type])')
  await page.locator('#done .reference').waitFor()
  const reference = await page.locator('#done .reference').innerText()
  asked.has('the reference', reference, /^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$/)
  await look(page, asked, pictures, 'report-done')
  const kept = await ownView(platform, reference, phone)
  const { type, claimed, person, recordId } = kept.request
  const sent = { type, claimed, birthDate: person.birthDate, record: recordId !== undefined }
  const wanted = { type: 'wrong-sex', claimed: { sex: 'female' }, birthDate: '2014-09-02' }
  asked.same('what was sent', sent, { ...wanted, record: true })
  const staff = staffClient({ http: run.head })
  await asStored(staff, kept, run)
  await page.goto(`${pages.origin}/follow.html`)
  await typeInto(page, '#reference', reference)
  await typeInto(page, '#phone', '0912345679')
  await press(page, '#find button')
  await said(page, /Không tìm thấy/)
  await answerAndWithdraw(page, run, staff, reference)
  await tabTo(page, '#language')
}
