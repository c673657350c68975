import { retentionPolicy69 } from '@tiemchung/identity'
import { describe, expect, test } from 'vitest'
import {
  authority,
  by,
  context,
  dose,
  listedChild,
  readyDay,
  testDay,
  testSigner,
} from './day.fixture.js'

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
