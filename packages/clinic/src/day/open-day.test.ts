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
import { openDay } from './open-day.js'

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
