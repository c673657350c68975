/** Both pages at once: a mother's photo, an officer's approval, and a certificate that is put right. */
import type { Page } from 'playwright-core'
import { addPhoto, fillIn, follow, phone, sendAndConfirm, titleOf } from './citizen.js'
import { choose, press, typeInto } from './keyboard.js'
import { look } from './look.js'
import { ownView } from './reports.js'
import type { Run } from './run.js'
import { logInAgain, open, stateOf } from './staff.js'

const allDone = [
  ...['Sửa dữ liệu: xong', 'Đối chiếu lại danh tính: xong', 'Cơ sở ký lại: xong'],
  ...['Cấp lại chứng nhận: xong', 'Thu hồi chứng nhận cũ: xong'],
]

const stepsOn = (page: Page): Promise<string[]> => page.locator('#correction li').allInnerTexts()

/** The mother reports, and gives the reference. */
async function reported(citizen: Page, run: Run): Promise<string> {
  await citizen.goto(`${run.pages.origin}/#${run.notice}`)
  await citizen.locator('#notice:not(:empty)').waitFor()
  await fillIn(citizen)
  await typeInto(citizen, '#phone', phone)
  await addPhoto(citizen, run)
  return sendAndConfirm(citizen, run, await run.platform.code({ phone }))
}

/** The officer looks at the photo and approves. */
async function approve(officer: Page, run: Run, reference: string): Promise<void> {
  const item = await ownView(run.platform, reference, phone)
  await officer.locator(`#queue button[data-id="${item.id}"]`).waitFor()
  await open(officer, item)
  const photo = officer.locator('#evidence img')
  await photo.waitFor()
  const width = await photo.evaluate(async (one: HTMLImageElement) => {
    await one.decode()
    return one.naturalWidth
  })
  run.asked.same('the photo on the desk, pixels wide', width, 800)
  await press(officer, '#take')
  await choose(officer, '#outcome', 'approved')
  await look(officer, run.asked, run.pictures, 'desk-evidence')
  await press(officer, '#decide button')
  await officer.locator('#correction:not([hidden])').waitFor()
  run.asked.same('the first step on the desk', (await stepsOn(officer))[0], 'Sửa dữ liệu: đang chờ')
}

export async function runMeeting(citizen: Page, officer: Page, run: Run): Promise<void> {
  const { asked, pictures, platform } = run
  await logInAgain(officer, run)
  const reference = await reported(citizen, run)
  await approve(officer, run, reference)
  await follow(citizen, run, reference)
  asked.same('what the mother reads', await titleOf(citizen), 'Đã chấp nhận, đang sửa')
  asked.has('the answer', await citizen.locator('#answer').innerText(), 'Phản ánh đúng.')
  const { id } = await ownView(platform, reference, phone)
  await run.correct(id)
  await officer.locator('#facts dd').first().filter({ hasText: 'Đã sửa xong' }).waitFor()
  asked.same('the state on the desk', await stateOf(officer), 'Đã sửa xong')
  asked.same('the steps on the desk', await stepsOn(officer), allDone)
  await press(citizen, '#find button')
  await citizen.locator('#item > h2').filter({ hasText: 'Đã sửa xong' }).waitFor()
  asked.same('the steps that the mother sees', await stepsOn(citizen), allDone)
  await look(citizen, asked, pictures, 'follow-corrected')
  await look(officer, asked, pictures, 'desk-corrected')
}
