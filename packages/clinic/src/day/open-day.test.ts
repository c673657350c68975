import { parseCivilDate, type Uuid } from '@tiemchung/core'
import { retentionPolicy69 } from '@tiemchung/identity'
import { describe, expect, test } from 'vitest'
import {
  authority,
  by,
  context,
  dose,
  listedChild,
  optionsOf,
  readyDay,
  testDay,
  testSigner,
} from './day.fixture.js'
import { ledgerFaults } from './ledger.js'
import { openDay } from './open-day.js'

const why = { reason: 'entry-error', by: 'staff-2' } as const

describe('list and assess', () => {
  test('a child listed twice stays as it is', async () => {
    const { day } = testDay()
    expect(await day.list([listedChild(0), listedChild(1)])).toBe(2)
    await day.attend('row-0', 'absent')
    expect(await day.list([listedChild(0), listedChild(2)])).toBe(1)
    expect((await day.children()).map((one) => one.attendance)).toEqual([
      'absent',
      undefined,
      undefined,
    ])
  })

  test('everybody is judged by the policies for the day', async () => {
    const { day } = testDay()
    await day.list([listedChild(0), listedChild(1, { consent: { state: 'none' } })])
    const statuses = (await day.assess()).map((one) => one.assessment?.status)
    expect(statuses).toEqual(['eligible', 'needsConsent'])
  })

  test('a child that is not listed is told so', async () => {
    const { day } = testDay()
    const code = { code: 'clinic.not-listed' }
    await expect(day.attend('row-9', 'absent')).rejects.toMatchObject(code)
    await expect(day.correct('row-9', {})).rejects.toMatchObject(code)
    await expect(day.enter('row-9', dose, by)).rejects.toMatchObject(code)
  })
})

describe('verifyIdentities', () => {
  test('asks about those with a number only, and once', async () => {
    const { day } = testDay()
    const { person } = listedChild(1)
    const identityDocument = { kind: 'none', reason: 'not-issued' } as const
    await day.list([listedChild(0), listedChild(1, { person: { ...person, identityDocument } })])
    const { asked, verifier } = authority()
    expect(await day.verifyIdentities(verifier, context)).toBe(2)
    expect(asked).toEqual(['001314000000'])
    expect((await day.children()).map((one) => one.identity.status)).toEqual([
      'matched',
      'no-number',
    ])
    expect(await day.verifyIdentities(verifier, context)).toBe(0)
  })

  test('the record of the child gets the evidence too', async () => {
    const { day } = testDay()
    await day.list([listedChild()])
    await day.enter('row-0', dose, by)
    await day.verifyIdentities(authority('mismatch').verifier, context)
    expect((await day.records())[0]?.record.identity.status).toBe('mismatched')
  })

  test('what was entered while the authority was asked stays', async () => {
    const { day } = testDay()
    await day.list([listedChild()])
    const slow = authority('match', () => day.enter('row-0', dose, by))
    await day.verifyIdentities(slow.verifier, context)
    expect(await day.children()).toMatchObject([
      { attendance: 'given', identity: { status: 'matched' } },
    ])
    expect((await day.records())[0]?.record.identity.status).toBe('matched')
  })

  test('evidence on a person corrected meanwhile is not used', async () => {
    const { day } = testDay()
    await day.list([listedChild()])
    const slow = authority('match', () => day.correct('row-0', { sex: 'male' }))
    await day.verifyIdentities(slow.verifier, context)
    expect(await day.children()).toMatchObject([
      { person: { sex: 'male' }, identity: { status: 'pending' } },
    ])
  })

  test('when the authority cannot be asked, everybody stays open', async () => {
    const { day } = testDay()
    await day.list([listedChild()])
    const broken = authority('match', () => Promise.reject(new Error('no line')))
    await expect(day.verifyIdentities(broken.verifier, context)).rejects.toThrow('no line')
    expect((await day.children())[0]?.identity.status).toBe('pending')
  })

  test('one round at a time: nobody is asked about under two keys', async () => {
    const { day } = testDay()
    await day.list([listedChild(0), listedChild(1)])
    const { asked, verifier } = authority('match', () => new Promise((done) => setTimeout(done, 5)))
    const [first, second] = await Promise.allSettled([
      day.verifyIdentities(verifier, context),
      day.verifyIdentities(verifier, context),
    ])
    expect(first).toEqual({ status: 'fulfilled', value: 2 })
    expect(second).toMatchObject({ reason: { code: 'clinic.verification.in-progress' } })
    expect(asked).toEqual(['001314000000', '001314000001'])
    expect(await day.verifyIdentities(verifier, context)).toBe(0)
  })

  test('asks again about an answer that may no longer be held, until the record is sealed', async () => {
    const { day } = await readyDay(1)
    const at = (holdDays: number) => ({
      ...context,
      retention: { ...retentionPolicy69, answers: { holdDays } },
    })
    expect(await day.verifyIdentities(authority().verifier, at(1))).toBe(0)
    expect(await day.verifyIdentities(authority('mismatch').verifier, at(0))).toBe(1)
    expect((await day.children()).map((one) => one.identity.status)).toEqual(['mismatched'])
    expect((await day.records()).map(({ record }) => record.identity.status)).toEqual([
      'mismatched',
    ])
    await day.verifyIdentities(authority().verifier, at(0))
    await day.sign(await testSigner())
    expect(await day.verifyIdentities(authority('mismatch').verifier, at(0))).toBe(0)
  })
})

describe('enter and attend', () => {
  test('the same dose entered twice is the same record, under a corrected name too', async () => {
    const { day } = testDay()
    await day.list([listedChild()])
    const first = await day.enter('row-0', dose, by)
    await day.correct('row-0', { fullName: 'Nguyễn Thị Mẫn' })
    const second = await day.enter('row-0', dose, by)
    expect(second.record.id).toBe(first.record.id)
    expect(await day.records()).toHaveLength(1)
  })

  test.each([
    ['another product', { product: 'spikevax-half' }],
    ['another dose number', { number: 2 }],
  ])('a second dose with %s is refused', async (_, change) => {
    const { day } = testDay()
    await day.list([listedChild()])
    await day.enter('row-0', dose, by)
    const entered = day.enter('row-0', { ...dose, ...change }, by)
    await expect(entered).rejects.toMatchObject({ code: 'clinic.duplicate' })
    expect(await day.records()).toHaveLength(1)
  })

  test('a vaccinated child cannot be absent', async () => {
    const { day } = await readyDay()
    await expect(day.attend('row-0', 'absent')).rejects.toMatchObject({ code: 'clinic.duplicate' })
  })

  test('a dose given against the rules is on record, and the ledger still adds up', async () => {
    const { day } = testDay()
    await day.list([listedChild(0, { consent: { state: 'none' } }), listedChild(1)])
    await day.assess()
    await day.enter('row-0', { ...dose, number: 1 }, by)
    await day.enter('row-1', dose, by)
    const ledger = await day.ledger()
    expect(ledgerFaults(ledger)).toEqual([])
    expect(ledger.stages.find((one) => one.id === 'given')).toMatchObject({ count: 2, joined: 1 })
  })

  test('which dose it is comes from the entry or the assessment, and is never guessed', async () => {
    const { day } = testDay()
    await day.list([listedChild()])
    const { number: _, ...unnumbered } = dose
    const refused = day.enter('row-0', unnumbered, by)
    await expect(refused).rejects.toMatchObject({ code: 'clinic.dose-number' })
    await day.assess()
    expect((await day.enter('row-0', unnumbered, by)).record.dose.number).toBe(1)
  })

  test('a record says what is missing', async () => {
    const { day } = testDay()
    const { guardian: _, ...person } = listedChild().person
    await day.list([listedChild(0, { person })])
    expect((await day.enter('row-0', dose, by)).open).not.toEqual([])
  })
})

describe('the rest of the screening form', () => {
  test('goes into the record, and a conclusion milder than the answers leaves it open', async () => {
    const { day } = testDay()
    const screening = { ...listedChild().screening, acuteOrProgressingDisease: 'yes' } as const
    const examination = { temperature: '36.8', pulse: 92, conclusion: 'eligible' } as const
    await day.list([listedChild(0, { screening, examination }), listedChild(1)])
    const entered = await day.enter('row-0', dose, by)
    expect(entered.record.examination).toEqual(examination)
    expect(entered.open).toEqual(['completeness.conclusion'])
    expect((await day.enter('row-1', dose, by)).record).not.toHaveProperty('examination')
  })
})

describe('correctDose', () => {
  test.each([
    ['2 ml for 0.2 ml', { volumeMl: '2' }, 'completeness.volume'],
    ['no lot', { lot: '' }, 'completeness.missing'],
    ['a product without a volume', { product: 'comirnaty-30' }, 'completeness.volume-unknown'],
    ['tomorrow', { date: parseCivilDate('2022-05-21') }, 'completeness.date.after-entry'],
  ])('an entry with %s is open until it is corrected', async (_, slip, code) => {
    const { day } = testDay()
    await day.list([listedChild()])
    const entered = await day.enter('row-0', { ...dose, ...slip }, by)
    expect(entered.open[0]).toBe(code)
    const corrected = await day.correctDose('row-0', dose, { enteredBy: 'staff-2' })
    expect(corrected.open).toEqual([])
    expect(corrected.record).toMatchObject({ id: entered.record.id, enteredBy: 'staff-2', dose })
    expect(await day.records()).toEqual([corrected])
  })

  test('only an entered, unsealed dose of a listed child is corrected', async () => {
    const { day } = await readyDay()
    await day.list([listedChild(1)])
    await day.sign(await testSigner())
    await expect(day.correctDose('row-9', dose, by)).rejects.toMatchObject({
      code: 'clinic.not-listed',
    })
    await expect(day.correctDose('row-1', dose, by)).rejects.toMatchObject({
      code: 'clinic.not-entered',
    })
    await expect(day.correctDose('row-0', dose, by)).rejects.toMatchObject({
      code: 'clinic.signed',
    })
  })
})

describe('sign', () => {
  test('seals what is ready and queues it in the same batch', async () => {
    const { batches, day } = await readyDay(3)
    expect(await day.sign(await testSigner())).toEqual({
      signed: 3,
      failed: [],
      refused: [],
    })
    const kinds = batches
      .map((batch) => batch.map((one) => one.collection).sort())
      .find((batch) => batch.includes('record') && batch.includes('outbox'))
    expect(kinds).toEqual([
      ...['outbox', 'outbox', 'outbox'],
      ...['record', 'record', 'record', 'signing'],
    ])
    const operations = (await day.outbox.all()).map((one) => one.id)
    expect((await day.records()).map((one) => one.operationId)).toEqual(operations)
  })

  test('signs nothing twice', async () => {
    const { day } = await readyDay()
    const signer = await testSigner()
    await day.sign(signer)
    expect(await day.sign(signer)).toEqual({
      signed: 0,
      failed: [],
      refused: [],
    })
    expect(await day.outbox.all()).toHaveLength(1)
  })

  test('leaves what is incomplete or not matched', async () => {
    const { day } = testDay()
    await day.list([listedChild(0), listedChild(1)])
    await day.enter('row-0', dose, by)
    await day.verifyIdentities(authority('mismatch').verifier, context)
    await day.enter('row-1', { ...dose, lot: '' }, by)
    expect(await day.sign(await testSigner())).toMatchObject({ signed: 0 })
    expect(await day.outbox.all()).toEqual([])
  })

  test('a signer that fails leaves the record for another run', async () => {
    const { day } = await readyDay()
    const signer = await testSigner()
    const { algorithm, chain } = signer
    const broken = { algorithm, chain, sign: () => Promise.reject(new Error('no card')) }
    expect(await day.sign(broken)).toMatchObject({ signed: 0, failed: [{}] })
    expect((await day.records())[0]?.signed).toBeUndefined()
    expect(await day.sign(signer)).toMatchObject({ signed: 1 })
  })

  test('a sealed record does not change', async () => {
    const { day } = await readyDay()
    await day.sign(await testSigner())
    const before = await day.children()
    await expect(day.correct('row-0', { sex: 'male' })).rejects.toMatchObject({
      code: 'clinic.signed',
    })
    expect(await day.children()).toEqual(before)
  })
})

describe('amend', () => {
  test('an unsealed or unknown record is not amended', async () => {
    const { day } = await readyDay()
    const id = (await day.records())[0]?.record.id ?? ''
    const code = { code: 'clinic.not-signed' }
    await expect(day.amend(id, {}, why)).rejects.toMatchObject(code)
    await expect(day.amend('nothing', {}, why)).rejects.toMatchObject(code)
  })

  test('the amendment stands for the child, is verified and signed again, and is sent after the first', async () => {
    const { day, received } = await readyDay()
    const signer = await testSigner()
    await day.sign(signer)
    const first = (await day.records())[0]?.record.id as Uuid
    const { record } = await day.amend(first, { dose: { lot: 'FT0521' } }, why)
    expect(record).toMatchObject({ amends: { recordId: first }, identity: { status: 'pending' } })
    expect(await day.children()).toMatchObject([{ recordId: record.id, firstRecordId: first }])
    expect(await day.sign(signer)).toMatchObject({ signed: 0 })
    await day.verifyIdentities(authority().verifier, context)
    expect(await day.sign(signer)).toMatchObject({ signed: 1 })
    await day.send()
    expect(received.map((one) => one.path)).toEqual([
      `/v1/records/${first}`,
      `/v1/records/${record.id}`,
    ])
    const ledger = await day.ledger()
    expect(ledger.amendments).toEqual({ made: 1, signed: 1, acknowledged: 1 })
    expect(ledgerFaults(ledger)).toEqual([])
  })

  test('a record is amended once; then its amendment is', async () => {
    const { day } = await readyDay()
    await day.sign(await testSigner())
    const first = (await day.records())[0]?.record.id ?? ''
    await day.amend(first, { dose: { lot: 'FT0521' } }, why)
    await expect(day.amend(first, {}, why)).rejects.toMatchObject({ code: 'clinic.signed' })
  })
})

describe('minute', () => {
  const minutes = {
    ledBy: { role: 'facility-head', fullName: 'Trần Thị Trưởng' },
    parties: [{ role: 'police', fullName: 'Lê Văn Công' }],
  } as const

  test('seals what is ready without a signature and queues it in the same batch', async () => {
    const { batches, day, received } = await readyDay(2)
    const made = await day.minute({ ...minutes, parties: [...minutes.parties] })
    const kinds = batches.at(-1)?.map((one) => one.collection)
    expect(kinds).toEqual(['outbox', 'minutes', 'record', 'record'])
    expect((await day.records()).map((one) => one.minutesId)).toEqual([made?.id, made?.id])
    await day.send()
    expect(received.map((one) => one.path)).toEqual([`/v1/minutes/${made?.id}`])
    expect(await day.sign(await testSigner())).toMatchObject({ signed: 0 })
    expect((await day.report()).finished).toBe(true)
  })

  test('an amendment of a minuted record is sent after the minutes', async () => {
    const { day } = await readyDay()
    await day.minute({ ...minutes, parties: [...minutes.parties] })
    const first = (await day.records())[0]?.record.id ?? ''
    await day.amend(first, { dose: { lot: 'FT0521' } }, why)
    await day.verifyIdentities(authority().verifier, context)
    await day.sign(await testSigner())
    const [sent, amendment] = await day.outbox.all()
    expect(amendment?.dependsOn).toEqual([sent?.id])
  })

  test('there are no minutes over nothing', async () => {
    const { day } = testDay()
    expect(await day.minute({ ...minutes, parties: [...minutes.parties] })).toBeUndefined()
  })
})

describe('send and report', () => {
  test('the day is finished when everything given is acknowledged, and not before', async () => {
    const { day, received } = await readyDay(2)
    expect(await day.report()).toMatchObject({ given: 2, signed: 0, finished: false })
    await day.sign(await testSigner())
    expect(await day.report()).toMatchObject({
      signed: 2,
      acknowledged: 0,
      open: { 'signed.not-sent-yet': 2 },
      finished: false,
    })
    expect(await day.send()).toMatchObject({ acknowledged: 2 })
    const operations = await day.outbox.all()
    expect(received.map((one) => one.key).sort()).toEqual(operations.map((one) => one.id).sort())
    expect(await day.report()).toMatchObject({ acknowledged: 2, open: {}, finished: true })
  })

  test('without a platform everything stays queued', async () => {
    const { store } = await readyDay()
    const { http: _, ...options } = optionsOf(store)
    const day = openDay(options)
    await day.sign(await testSigner())
    expect(await day.send()).toMatchObject({ acknowledged: 0, waiting: 1 })
    expect((await day.outbox.all())[0]?.failure?.code).toBe('clinic.send')
  })

  test('the same store opened again is the same day', async () => {
    const { day, store } = await readyDay(2)
    const again = testDay(store).day
    expect(await again.children()).toEqual(await day.children())
    expect(await again.ledger()).toEqual(await day.ledger())
  })
})
