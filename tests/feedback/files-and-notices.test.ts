/** What the clients read and send beside the item itself, on the platform's own routes. */
import { citizenClient, type Follow, openDraft, staffClient } from '@tiemchung/feedback'
import { noticeLink, noticeText } from '@tiemchung/feedback/notice'
import type { FeedbackRequest } from '@tiemchung/schemas'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { form, newId, pdf, phone, Platform } from './platform.fixture.js'

let platform: Platform
beforeAll(async () => {
  platform = await Platform.open()
}, 60_000)
afterAll(() => platform.sandbox.close())

const citizen = () => citizenClient({ http: platform.line() })

/** A report that was sent, and not confirmed yet. */
async function sent(): Promise<Follow> {
  const request = { format: 'feedback/1', id: newId(), ...form } as FeedbackRequest
  const { id, reference } = await citizen().submit(request)
  return { id, reference, phone }
}

describe('evidence', () => {
  test('goes up by reference and telephone, and comes back to the desk byte by byte', async () => {
    const by = await sent()
    const paper = pdf(3000)
    const { id: file } = await citizen().attach(by, newId(), paper)
    await citizen().confirm(by.id, await platform.codeOf({ phone }))
    const staff = staffClient({ http: await platform.logIn('head.01234') })
    const item = await staff.load(by.id)
    expect(item.evidence.map(({ id }) => id)).toEqual([file])
    expect(Buffer.from(await staff.evidence(item, file)).equals(paper)).toBe(true)
    const elsewhere = staffClient({ http: await platform.logIn('head.01236') })
    await expect(elsewhere.evidence(item, file)).rejects.toMatchObject({ status: 404 })
  })

  test('of an item does not go up for those who have its id alone', async () => {
    const by = await sent()
    for (const wrong of [{ reference: 'AAAA-AAAA-AAAA' }, { phone: '0912345679' }]) {
      const guess = { ...by, ...wrong }
      const whole = citizen().attach(guess, newId(), pdf(100))
      await expect(whole).rejects.toMatchObject({ status: 404 })
      const piece = citizen().upload(guess, newId(), pdf(100))
      await expect(piece).rejects.toMatchObject({ status: 404 })
    }
    expect((await citizen().follow(by)).evidence).toEqual([])
  })
})

describe('a code', () => {
  test('is sent again, and the item is confirmed by the last one', async () => {
    const by = await sent()
    await citizen().resendCode(by)
    expect(await citizen().confirm(by.id, await platform.codeOf({ phone }))).toMatchObject({
      state: 'received',
    })
    await expect(citizen().resendCode(by)).rejects.toMatchObject({ code: 'feedback.conflict' })
  })
})

describe('a notice', () => {
  test('of a dose fills the form in, and holds nothing of the child', async () => {
    const http = await platform.logIn('head.01234')
    const { recordId, reference } = await platform.noticedRecord(http)
    const dose = await citizen().notice(reference)
    expect(dose).toEqual({
      recordId,
      facility: '01234',
      facilityName: expect.any(String) as string,
      doseNumber: 1,
      date: '2022-05-20',
      product: 'comirnaty-10',
    })
    const link = noticeLink('https://phan-anh.example.vn/', reference)
    const draft = await openDraft({ http: platform.line() })
    expect(await draft.startFromNotice(link)).toEqual(dose)
    expect(draft.state().form).toEqual({ recordId, facility: '01234' })
    const { doseNumber, date, facilityName } = dose
    const said = { doseNumber, date, against: 'COVID-19', facility: facilityName }
    const text = noticeText({ page: 'https://phan-anh.example.vn/', reference, ...said })
    expect(text.length).toBeLessThanOrEqual(160)
    for (const word of ['Nguyễn', 'Nguyen', '2014', '001314000017', 'Trần']) {
      expect(`${JSON.stringify(dose)} ${text}`).not.toContain(word)
    }
  })

  test('that there is none of is not found', async () => {
    await expect(citizen().notice('AAAA-BBBB-CCCC')).rejects.toMatchObject({ status: 404 })
  })
})
