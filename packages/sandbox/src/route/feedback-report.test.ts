import type { FeedbackReport } from '@tiemchung/feedback/report'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { feedbackReportSchema } from '../feedback/report-schema.js'
import type { Sandbox } from '../sandbox.js'
import {
  ask,
  feedbackRequest,
  logIn,
  morning,
  receivedFeedback,
  startSandbox,
} from '../test-platform.fixture.js'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
}, 60_000)
afterAll(() => sandbox.close())

const at = (hours: number) => sandbox.setClock(new Date(morning.getTime() + hours * 3_600_000))
const report = async (name: string) => {
  const token = await logIn(sandbox, name)
  const { body } = await ask(sandbox, 'GET', '/v1/feedback/report', { token })
  // Exactly what the OpenAPI document says, no member more.
  expect(feedbackReportSchema.safeParse(body).error).toBeUndefined()
  return body as unknown as FeedbackReport
}
const rowOf = ({ rows }: FeedbackReport, unit: string) =>
  rows.find((row) => `${row.unit.level} ${row.unit.unit}` === unit)

describe('the report', () => {
  test('counts what is with a unit and below it, answered, open and overdue', async () => {
    const head = await logIn(sandbox, 'head.01234')
    const act = (id: unknown, verb: string, body: object) =>
      ask(sandbox, 'POST', `/v1/feedback/${String(id)}/${verb}`, { token: head, body })
    const answered = await receivedFeedback(sandbox, feedbackRequest())
    at(0.5)
    await act(answered['id'], 'take', { revision: 1 })
    const decision = { outcome: 'rejected', reason: 'photo-unreadable' }
    await act(answered['id'], 'decision', { revision: 2, decision })
    at(0)
    await receivedFeedback(sandbox, feedbackRequest())
    await receivedFeedback(sandbox, feedbackRequest({ facility: '01236' }))
    await receivedFeedback(sandbox, feedbackRequest({ facility: undefined, province: '01' }))
    await receivedFeedback(sandbox, feedbackRequest({ facility: undefined, province: '99' }))
    at(49)

    const facility = await report('head.01234')
    expect(facility.rows.map(({ unit }) => unit.unit)).toEqual(['01234'])
    expect(facility.total).toMatchObject({
      recorded: 2,
      met: 1,
      overdue: 1,
      medianHours: expect.closeTo(0.5, 1) as number,
    })

    const province = await report('province.01')
    expect(province.total).toMatchObject({ recorded: 4, overdue: 3, unassigned: 1 })
    expect(rowOf(province, 'district 01001')?.all.recorded).toBe(3)
    expect(rowOf(province, 'facility 01236')).toMatchObject({ loggedIn: false, own: { open: 1 } })
    const seen = rowOf(province, 'facility 01234')
    expect(String(seen?.lastLogIn)).toMatch(/^2022-05-22T02:00/)
    expect(province.neverLoggedIn.map(({ unit }) => unit)).toContain('01236')
    expect(province.neverLoggedIn.map(({ unit }) => unit)).not.toContain('01234')
    expect(JSON.stringify(province)).not.toContain('0912345678')

    const ministry = await report('ministry')
    expect(ministry.total.recorded).toBe(5)
    expect(rowOf(ministry, 'province 99')).toMatchObject({ known: false })
  })
})
