/** What a reporter hears of their item: each thing once, under its reference, and nothing of anybody. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../database/database.js'
import type { Sandbox } from '../sandbox.js'
import {
  type Answer,
  ask,
  feedbackRequest,
  logIn,
  newId,
  ownerOf,
  receivedFeedback,
  startOpened,
} from '../test-platform.fixture.js'

let sandbox: Sandbox
let database: Database
let head: string
let phones = 0
beforeAll(async () => {
  ;({ sandbox, database } = await startOpened())
  head = await logIn(sandbox, 'head.01234')
}, 60_000)
afterAll(() => sandbox.close())

/** An item in review of somebody who has reported nothing else, and how it is acted on. */
async function inReview() {
  phones += 1
  const phone = `091300${String(phones).padStart(4, '0')}`
  const reporter = { fullName: 'Trần Thị Mẫu', phone, relationship: 'mother' }
  let item = await receivedFeedback(sandbox, feedbackRequest({ reporter }))
  const act = async (verb: string, body: object, key = newId()): Promise<Answer> => {
    const answer = await ask(sandbox, 'POST', `/v1/feedback/${String(item['id'])}/${verb}`, {
      token: head,
      body: { ...body, revision: item['revision'] },
      headers: { 'idempotency-key': key },
    })
    return answer
  }
  const go = async (verb: string, body: object) => {
    const { status, body: next } = await act(verb, body)
    expect(status).toBe(200)
    item = next
  }
  await go('take', {})
  const told = async () =>
    (await sandbox.messages({ phone }))
      .filter(({ purpose }) => purpose === 'feedback-news')
      .map(({ text }) => text)
      .reverse()
  return { item: () => item, phone, act, go, told }
}

const rejected = { decision: { outcome: 'rejected', reason: 'photo-unreadable' } }

describe('a reporter', () => {
  test.each([
    ['a question', 'question', { asks: 'Xin gửi ảnh rõ hơn.' }, 'bổ sung thông tin'],
    ['an approval', 'decision', { decision: { outcome: 'approved' } }, 'đã được duyệt'],
    ['a rejection', 'decision', rejected, 'không được duyệt'],
    ['a later', 'decision', { decision: { outcome: 'later' } }, 'xử lý sau'],
  ])('is told of %s, by its reference', async (_, verb, body, words) => {
    const { item, go, told } = await inReview()
    expect(await told()).toEqual([])
    await go(verb, body)
    const [text = '', ...others] = await told()
    expect(others).toEqual([])
    expect(text).toContain(words)
    expect(text.startsWith(`Phản ánh ${String(item()['reference'])}: `)).toBe(true)
    for (const word of ['Mẫu', '0913', '2014', 'Xin gửi', 'photo-unreadable', 'head.01234']) {
      expect(text).not.toContain(word)
    }
  })

  test('is told each thing once, however often and at once it is sent', async () => {
    const { act, told } = await inReview()
    const key = newId()
    const same = await Promise.all(Array.from({ length: 10 }, () => act('decision', rejected, key)))
    expect(new Set(same.map(({ status }) => status))).toEqual(new Set([200]))
    const late = await act('decision', { decision: { outcome: 'approved' } })
    expect(late.status).toBe(409)
    expect(await told()).toHaveLength(1)
  })

  test('is told of a second question too, and in the order in which it happened', async () => {
    const { item, go, phone, told } = await inReview()
    await go('question', { asks: 'Ảnh nào?' })
    const id = String(item()['id'])
    const answered = await ask(sandbox, 'POST', `/v1/feedback/${id}/supplements`, {
      body: { note: 'Ảnh này.' },
      headers: ownerOf(item(), phone),
    })
    Object.assign(item(), answered.body)
    await go('question', { asks: 'Ngày nào?' })
    await go('decision', rejected)
    const texts = await told()
    expect(texts.map((text) => text.includes('bổ sung thông tin'))).toEqual([true, true, false])
  })

  test('is told nothing of what others do, and the database keeps no message twice', async () => {
    const { go, told } = await inReview()
    await go('pass-on', { to: { level: 'district', unit: '01001' } })
    expect(await told()).toEqual([])
    const [row] = await database.query<{ about: string }>(
      'select about from sent_message where about is not null limit 1',
    )
    const again = database.query(
      `insert into sent_message (at, phone, purpose, text, about) values (now(), '0', 'x', 'x', $1)`,
      [row?.about],
    )
    await expect(again).rejects.toMatchObject({ code: '23505' })
  })
})
