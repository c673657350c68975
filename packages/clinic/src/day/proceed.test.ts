import { describe, expect, test } from 'vitest'
import { verifyDayReport } from '@tiemchung/signing'
import { memoryStore } from '../store/memory.js'
import {
  authority,
  by,
  context,
  dose,
  listedChild,
  optionsOf,
  testDay,
  testSigner,
} from './day.fixture.js'
import { openDay } from './open-day.js'
import type { ProceedStage } from './proceeding.js'

async function entered(children = 2) {
  const made = testDay()
  await made.day.list(Array.from({ length: children }, (_, index) => listedChild(index)))
  await made.day.assess()
  for (let index = 0; index < children; index += 1) await made.day.enter(`row-${index}`, dose, by)
  return made
}

describe('proceed', () => {
  test('brings a day from entry to acknowledged, and tells how far it is', async () => {
    const { day } = await entered()
    const stages: ProceedStage[] = []
    const result = await day.proceed({
      verifier: authority().verifier,
      context,
      signer: await testSigner(),
      onProgress: ({ stage }) => {
        if (stages.at(-1) !== stage) stages.push(stage)
      },
    })
    expect(result).toMatchObject({ asked: 2, signing: { signed: 2, failed: [] }, failed: [] })
    expect(result.report).toMatchObject({ finished: true, acknowledged: 2, open: {} })
    expect(stages).toEqual(expect.arrayContaining(['assess', 'sign', 'send']))
  })

  test('with nothing due it writes nothing', async () => {
    const { batches, day } = await entered()
    const how = { verifier: authority().verifier, context, signer: await testSigner() }
    await day.proceed(how)
    const { length } = batches
    const again = await day.proceed(how)
    expect(again).toMatchObject({ asked: 0, signing: { signed: 0 }, report: { finished: true } })
    expect(batches.slice(length).flat()).toEqual([])
  })

  test('a corrected person is matched, signed and sent by itself', async () => {
    const { day, received } = await entered(1)
    const signer = await testSigner()
    const wrong = await day.proceed({ verifier: authority('mismatch').verifier, context, signer })
    expect(wrong.report.open).toEqual({ 'complete.mismatched': 1 })
    expect(wrong.report.next).toMatchObject([{ who: 'police-of-residence', count: 1 }])
    await day.correct('row-0', { fullName: 'Nguyễn Thị Mẫu Mới' })
    const right = await day.proceed({ verifier: authority().verifier, context, signer })
    expect(right.report.finished).toBe(true)
    expect(received).toHaveLength(1)
  })

  test('an amendment is matched, signed and sent behind what it amends', async () => {
    const { day, received } = await entered(1)
    const signer = await testSigner()
    const how = { verifier: authority().verifier, context, signer }
    await day.proceed(how)
    const [first] = await day.records()
    if (first === undefined) throw new Error('no record')
    const why = { reason: 'identity-correction', by: 'staff-1' } as const
    const { record } = await day.amend(first.record.id, { person: { sex: 'male' } }, why)
    expect((await day.report()).open).toEqual({ 'amendments.complete.pending': 1 })
    const after = await day.proceed(how)
    expect(after.report).toMatchObject({ finished: true, amendments: { made: 1, acknowledged: 1 } })
    expect(received.map(({ path }) => path.split('/').at(-1))).toEqual([first.record.id, record.id])
  })

  test('a stage that fails is named, and the others go on', async () => {
    const { day } = await entered(1)
    await day.verifyIdentities(authority().verifier, context)
    await day.list([listedChild(3)])
    const down = { ...authority().verifier, verifyMany: () => Promise.reject(failure) }
    const { HttpError, errorCatalogue } = await import('@tiemchung/core')
    const [code] = Object.keys(errorCatalogue) as (keyof typeof errorCatalogue)[]
    if (code === undefined) throw new Error('no code')
    const failure = new HttpError(errorCatalogue, code, { retryable: true })
    const result = await day.proceed({ verifier: down, context, signer: await testSigner() })
    expect(result.failed).toEqual([{ stage: 'match', code }])
    expect(result.report).toMatchObject({ acknowledged: 1, finished: true })
  })

  test('stops where it is told to, and goes on later', async () => {
    const { day } = await entered(2)
    const stop = new AbortController()
    const how = { verifier: authority().verifier, context, signer: await testSigner() }
    const stopped = day.proceed(
      { ...how, onProgress: ({ stage }) => stage === 'sign' && stop.abort(new Error('enough')) },
      stop.signal,
    )
    await expect(stopped).rejects.toThrow('enough')
    expect((await day.proceed(how)).report.finished).toBe(true)
  })

  test('a facility that cannot sign gets minutes', async () => {
    const store = memoryStore()
    const options = { ...optionsOf(store), facility: { code: '01234', canSign: false } }
    const day = openDay(options)
    await day.list([listedChild(0)])
    await day.assess()
    await day.enter('row-0', dose, by)
    const minutes = {
      ledBy: { role: 'facility-head', fullName: 'Trần Thị Đầu' },
      parties: [{ role: 'police', fullName: 'Lê Văn Công' }],
    } as const
    const result = await day.proceed({
      verifier: authority().verifier,
      context,
      minutes: { ...minutes, parties: [...minutes.parties] },
    })
    expect(result).toMatchObject({ minuted: 1, report: { open: { 'minutes.retrying': 1 } } })
  })
})

describe('queueReport', () => {
  test('signs the report, counts on, and leaves the staff out', async () => {
    const { day, received } = await entered(1)
    const signer = await testSigner()
    const how = { verifier: authority().verifier, context, signer, withReport: true }
    await day.proceed(how)
    await day.proceed(how)
    expect(received.map(({ path }) => path).slice(1)).toEqual([
      '/v1/day-reports/01234/2022-05-20',
      '/v1/day-reports/01234/2022-05-20',
    ])
    const reports = (await day.outbox.all()).filter(({ kind }) => kind === 'day-report')
    const [root] = signer.chain
    if (root === undefined) throw new Error('no chain')
    for (const [index, { payload }] of reports.entries()) {
      const { checks } = await verifyDayReport(payload as never, {
        anchors: [{ certificate: root }],
      })
      expect(checks.find(({ id }) => id === 'jws.signature')?.status).toBe('passed')
      const { jws } = payload as { jws: string }
      const text = Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString()
      expect(JSON.parse(text)).toMatchObject({ sequence: index + 1, finished: true })
      expect(text).not.toContain('nurse-1')
    }
    const reported = (await day.report()).deadlines?.find(({ step }) => step === 'reported')
    expect(reported).toMatchObject({ open: 0, overdue: 0 })
  })
})
