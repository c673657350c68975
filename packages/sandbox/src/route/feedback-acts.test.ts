/** The life of an item: taken, passed on, asked about, added to, withdrawn, decided; two at once. */
import { feedbackPolicy9458 } from '@tiemchung/feedback/rules'
import type { FeedbackItem } from '@tiemchung/schemas'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox.js'
import {
  type Answer,
  ask,
  feedbackRequest,
  logIn,
  newId,
  receivedFeedback,
  sendFeedback,
  startSandbox,
} from '../test-platform.fixture.js'

let sandbox: Sandbox
const tokens = new Map<string, string>()
const names = [
  ...['staff.01234', 'head.01234', 'head.01236', 'station.00001', 'district.01001'],
  ...['cdc.01', 'province.01', 'ministry'],
]
beforeAll(async () => {
  sandbox = await startSandbox()
  for (const name of names) tokens.set(name, await logIn(sandbox, name))
}, 60_000)
afterAll(() => sandbox.close())

const item = async (change: object = {}) =>
  (await receivedFeedback(sandbox, feedbackRequest(change))) as unknown as FeedbackItem
const read = ({ body }: Answer) => body as unknown as FeedbackItem
const act = (name: string, { id }: { id: string }, verb: string, body: object) =>
  ask(sandbox, 'POST', `/v1/feedback/${id}/${verb}`, { token: tokens.get(name) ?? '', body })
const get = (name: string, path: string) =>
  ask(sandbox, 'GET', path, { token: tokens.get(name) ?? '' })
const own = ({ id, reference }: FeedbackItem, verb: string, body?: object, change: object = {}) =>
  ask(sandbox, 'POST', `/v1/feedback/${id}/${verb}`, {
    ...(body === undefined ? {} : { body }),
    headers: { 'x-feedback-reference': reference, 'x-feedback-phone': '0912345678', ...change },
  })

const listedFor = async (name: string, query: string) => {
  const { body } = await get(name, `/v1/feedback?limit=500&${query}`)
  return (body['items'] as FeedbackItem[]).map(({ id }) => id)
}

const inPlace = { facility: undefined, province: '01', district: '001', commune: '00001' }

describe('an item of a daily list', () => {
  test('is with nobody until one of its desks takes it, and with that desk from then on', async () => {
    const open = await item(inPlace)
    expect(open.openTo?.map(({ level }) => level)).toEqual([
      ...['commune', 'district', 'provincial-cdc', 'province'],
    ])
    for (const [name, unit] of [
      ['station.00001', '00001'],
      ['district.01001', '01001'],
      ['cdc.01', '01'],
      ['province.01', '01'],
    ] as const) {
      expect(await listedFor(name, `unit=${unit}`)).toContain(open.id)
    }
    const taken = read(await act('cdc.01', open, 'take', { revision: 1 }))
    expect(taken.handler).toEqual({ level: 'provincial-cdc', unit: '01' })
    expect(taken.openTo).toBeUndefined()
    expect(taken.events.at(-1)).toMatchObject({ officer: 'cdc.01', handler: taken.handler })
    expect(await listedFor('station.00001', 'unit=00001')).not.toContain(open.id)
  })

  test('taken by another desk a moment before is a conflict that shows who has it', async () => {
    const open = await item(inPlace)
    await act('station.00001', open, 'take', { revision: 1 })
    const late = await act('district.01001', open, 'take', { revision: 1 })
    expect([late.status, late.body['code']]).toEqual([409, 'platform.conflict'])
    expect(late.body['current']).toMatchObject({
      state: 'in-review',
      revision: 2,
      handler: { level: 'commune', unit: '00001' },
    })
    expect((await act('district.01001', open, 'take', { revision: 2 })).status).toBe(403)
    expect((await act('head.01236', open, 'take', { revision: 1 })).status).toBe(403)
  })
})

describe('two officers of one desk', () => {
  test('who decide at once: one does, the other is shown what the first did', async () => {
    const taken = read(await act('head.01234', await item(), 'take', { revision: 1 }))
    const answers = await Promise.all([
      act('head.01234', taken, 'decision', { revision: 2, decision: { outcome: 'approved' } }),
      act('staff.01234', taken, 'decision', { revision: 2, decision: { outcome: 'later' } }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const [won, lost] = [...answers].sort((one, other) => one.status - other.status)
    expect(lost?.body['code']).toBe('platform.conflict')
    expect(lost?.body['current']).toEqual(won?.body)
  })

  test('and an act that the state does not allow is a conflict that shows the state', async () => {
    const received = await item()
    const decision = { outcome: 'approved' }
    const answer = await act('head.01234', received, 'decision', { revision: 1, decision })
    expect(answer.status).toBe(409)
    expect(answer.body['current']).toMatchObject({ state: 'received', revision: 1 })
  })
})

describe('passing on', () => {
  const to = { level: 'district', unit: '01001' }

  test('brings an item to the other desk, and away from the first', async () => {
    const taken = read(await act('head.01234', await item(), 'take', { revision: 1 }))
    const passed = read(await act('head.01234', taken, 'pass-on', { revision: 2, to }))
    expect(passed).toMatchObject({ state: 'received', handler: to, revision: 3 })
    expect(passed.events.at(-1)).toMatchObject({ action: 'pass-on', handler: to })
    expect(await listedFor('head.01234', 'unit=01234')).not.toContain(taken.id)
    expect((await act('head.01234', taken, 'take', { revision: 3 })).status).toBe(403)
    const late = await act('staff.01234', taken, 'question', { revision: 2, asks: '?' })
    expect([late.status, late.body['code']]).toEqual([409, 'platform.conflict'])
    expect((await act('district.01001', passed, 'take', { revision: 3 })).status).toBe(200)
  })

  test('a list item hands it to a desk without taking it', async () => {
    const open = await item({ ...inPlace, commune: undefined, district: undefined })
    const passed = read(await act('province.01', open, 'pass-on', { revision: 1, to }))
    expect(passed).toMatchObject({ state: 'received', handler: to })
    expect(passed.openTo).toBeUndefined()
  })

  test.each([
    ['a unit that is none', { level: 'district', unit: '99999' }],
    ['a level that is not given items', { level: 'ministry', unit: 'BYT' }],
    ['its own desk', { level: 'facility', unit: '01234' }],
  ])('to %s is refused, and nothing changes', async (_, desk) => {
    const one = await item()
    const answer = await act('head.01234', one, 'pass-on', { revision: 1, to: desk })
    expect([answer.status, answer.body['code']]).toEqual([422, 'platform.feedback.desk'])
    const now = read(await get('head.01234', `/v1/feedback/${one.id}/item`))
    expect(now).toMatchObject({ revision: 1, events: [{}] })
  })
})

describe('a question', () => {
  test('is shown to the reporter, and answered by what they add', async () => {
    const taken = read(await act('head.01234', await item(), 'take', { revision: 1 }))
    const asks = 'Xin gửi ảnh giấy xác nhận rõ hơn.'
    const asked = read(await act('head.01234', taken, 'question', { revision: 2, asks }))
    expect(asked.state).toBe('needs-information')
    const added = await own(taken, 'supplements', { claimed: { doseDate: '2022-05-18' } })
    expect(read(added)).toMatchObject({
      state: 'in-review',
      supplements: [{ claimed: { doseDate: '2022-05-18' } }],
    })
    expect(JSON.stringify(added.body)).toContain(asks)
    expect(JSON.stringify(added.body)).not.toContain('head.01234')
  })
})

describe("a reporter's acts", () => {
  test('may be added and withdrawn until the item is decided; withdrawing again changes nothing', async () => {
    const one = await item()
    expect(read(await own(one, 'supplements', { note: 'Mũi 1.' })).revision).toBe(2)
    const gone = await own(one, 'withdrawal')
    expect(gone.body).toMatchObject({ state: 'withdrawn', revision: 3 })
    expect((await own(one, 'withdrawal')).body).toEqual(gone.body)
    const late = await own(one, 'supplements', { note: 'Mũi 2.' })
    expect([late.status, late.body['code']]).toEqual([409, 'platform.conflict'])
    expect(late.body['current']).toEqual(gone.body)
  })

  test('are not for somebody else: no reference, phone or id is told from another', async () => {
    const [one, other] = [await item(), await item()]
    const none = { ...one, id: newId() }
    const note = { note: 'x' }
    const answers = [
      await own({ ...one, reference: other.reference }, 'supplements', note),
      await own(one, 'supplements', note, { 'x-feedback-phone': '0912345679' }),
      await own(one, 'supplements', note, { 'x-feedback-phone': 'none' }),
      await own(none, 'supplements', note),
      await own({ ...one, reference: other.reference }, 'withdrawal'),
      await own(none, 'withdrawal'),
    ]
    for (const { status, body } of answers) {
      expect({ status, ...body, requestId: 0 }).toEqual({
        status: 404,
        ...answers[0]?.body,
        requestId: 0,
      })
    }
    expect(read(await get('head.01234', `/v1/feedback/${one.id}/item`)).revision).toBe(1)
  })

  test('on an item that was never confirmed are seen by no officer', async () => {
    const request = feedbackRequest()
    const { body } = await sendFeedback(sandbox, request)
    const sent = { id: request.id, reference: body['reference'] } as FeedbackItem
    expect((await own(sent, 'withdrawal')).body['state']).toBe('withdrawn')
    expect(await listedFor('head.01234', 'unit=01234')).not.toContain(request.id)
    expect((await get('head.01234', `/v1/feedback/${request.id}/item`)).status).toBe(404)
    expect((await act('head.01234', sent, 'take', { revision: 1 })).status).toBe(403)
  })
})

describe('a decision', () => {
  test.each(feedbackPolicy9458.rejections.map(({ reason }) => reason))(
    'rejects for %s',
    async (reason) => {
      const taken = read(await act('head.01234', await item(), 'take', { revision: 1 }))
      const decision = { outcome: 'rejected', reason }
      const answer = await act('head.01234', taken, 'decision', { revision: 2, decision })
      expect(answer.body).toMatchObject({ state: 'rejected', decision })
    },
  )
})

describe('a unit above', () => {
  test.each([
    ['district.01001', '01001', true],
    ['province.01', '01', true],
    ['ministry', 'BYT', true],
    ['cdc.01', '01', false],
    ['station.00001', '00001', false],
  ])('%s reads the items of facilities below: %s', async (name, unit, reads) => {
    const one = await item()
    const status = reads ? 200 : 404
    expect((await get(name, `/v1/feedback/${one.id}/item`)).status).toBe(status)
    expect((await listedFor(name, `unit=${unit}&below=true`)).includes(one.id)).toBe(reads)
    expect(await listedFor(name, `unit=${unit}`)).not.toContain(one.id)
    expect((await act(name, one, 'take', { revision: 1 })).status).toBe(403)
  })
})
