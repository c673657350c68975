import { parseCivilDate } from '@tiemchung/core'
import type { DayReport } from '@tiemchung/schemas/wire'
import { beforeAll, describe, expect, test } from 'vitest'
import { signRecord } from '../record/sign-records.js'
import { signedAt, testChain, testRecord } from '../test-chain.fixture.js'
import { signDayReport } from './sign-day-report.js'
import { verifyDayReport } from './verify-day-report.js'

const report: DayReport = {
  format: 'day-report/1',
  facility: '01234',
  date: parseCivilDate('2022-05-20'),
  madeAt: '2022-05-20T09:00:00.000Z',
  ...{ given: 1, entered: 1, complete: 1, settled: 1, signed: 1, acknowledged: 1 },
  open: {},
  finished: true,
}
let chain: Awaited<ReturnType<typeof testChain>>
beforeAll(async () => {
  chain = await testChain()
})

describe('signDayReport', () => {
  test('signs what verifyDayReport gives back, and nothing else', async () => {
    const signed = await signDayReport(report, chain.signer, { at: signedAt })
    expect(signed).toMatchObject({ format: 'signed-day-report/1', facility: '01234' })
    const verified = await verifyDayReport(signed, { anchors: chain.anchors })
    expect(verified).toMatchObject({ verdict: 'valid', content: report })
    const other = await verifyDayReport(
      { ...signed, facility: '01235' },
      { anchors: chain.anchors },
    )
    expect(other.verdict).toBe('invalid')
    expect(other).not.toHaveProperty('content')
  })
  test('without anchors nothing is known', async () => {
    const signed = await signDayReport(report, chain.signer, { at: signedAt })
    expect((await verifyDayReport(signed, { anchors: [] })).verdict).toBe('indeterminate')
  })
  test('the signature of a record does not pass for one', async () => {
    const { jws } = await signRecord(testRecord(1), chain.signer, { at: signedAt })
    const { facility, date } = report
    const posing = { format: 'signed-day-report/1', facility, date, jws } as const
    const { verdict, checks } = await verifyDayReport(posing, { anchors: chain.anchors })
    expect(verdict).toBe('invalid')
    expect(checks.find(({ id }) => id === 'jws.header')?.reason).toBe('type')
  })
  test('refuses what is no report', async () => {
    const none = { ...report, format: 'dose-record/1' } as never
    await expect(signDayReport(none, chain.signer, { at: signedAt })).rejects.toMatchObject({
      code: 'signing.report',
    })
  })
})
