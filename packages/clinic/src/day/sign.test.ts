import { SigningError } from '@tiemchung/core'
import {
  auditDay,
  errorCatalogue,
  readSealContent,
  softwareSigner,
  type Anchor,
  type DaySeal,
  type SealProof,
  type Signer,
  verifyRecord,
} from '@tiemchung/signing'
import { createAuthority, generateSigningKey } from '@tiemchung/x509/ca'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Store } from '../store/store.js'
import { memoryStore } from '../store/memory.js'
import {
  authority,
  by,
  context,
  dose,
  listedChild,
  optionsOf,
  readyDay,
  testDay,
} from './day.fixture.js'
import { openDay } from './open-day.js'

let signer: Signer
let anchors: readonly Anchor[]

/** A facility's signer below a root, with keys made for the test. */
async function signerBelowRoot() {
  const validity = {
    notBefore: new Date('2022-01-01T00:00:00Z'),
    notAfter: new Date('2024-01-01T00:00:00Z'),
  }
  const keys = await generateSigningKey('ES256')
  const root = await createAuthority({ subject: { commonName: 'TEST root' }, keys, validity })
  const own = await generateSigningKey('ES256')
  const { certificate } = await root.issue({
    subject: { commonName: 'TEST facility' },
    publicKey: own.publicKey,
    validity,
    keyUsage: ['digitalSignature'],
    extendedKeyUsage: ['1.3.6.1.5.5.7.3.36'],
  })
  const privateKey = { key: own.privateKey }
  const made = await softwareSigner({ privateKey, algorithm: 'ES256', chain: [certificate] })
  return { made, root: root.certificate }
}

beforeAll(async () => {
  const { made, root } = await signerBelowRoot()
  signer = made
  anchors = [{ certificate: root }]
})

/** A signer that waits for somebody before it answers, and counts what it was asked. */
function slowly(meanwhile: () => Promise<unknown>, limit = 50) {
  const asked: (string | undefined)[] = []
  const slow: Signer = {
    ...signer,
    limit,
    signMany: async (data, options) => {
      asked.push(options?.request)
      await meanwhile()
      return Promise.all(data.map((one) => signer.sign(one)))
    },
  }
  return { asked, slow }
}

const expired = () => Promise.reject(new SigningError(errorCatalogue, 'signing.expired'))

describe('sign, under a seal', () => {
  test('keeps the seal and the proofs, and sends each record with them', async () => {
    const { batches, day, store } = await readyDay(3)
    expect(await day.sign(signer, { mode: 'seal' })).toEqual({ signed: 3, failed: [], refused: [] })
    const records = await day.records()
    const [seal] = (await store.all('seal')).map(({ value }) => value as unknown as DaySeal)
    if (seal === undefined) throw new Error('no seal')
    const proofs = records.map(({ underSeal }) => underSeal as SealProof)
    const audit = await auditDay(
      { records: records.map(({ record }) => record), proofs, seals: [seal] },
      { anchors },
    )
    expect(audit).toMatchObject({ verdict: 'valid', faults: [], missing: [] })
    const payloads = (await day.outbox.all()).map(({ payload }) => payload)
    expect(payloads).toMatchObject(
      records.map(({ record }) => ({ format: 'sealed-record/1', recordId: record.id, seal })),
    )
    const batch = batches.find((one) => one.some(({ collection }) => collection === 'seal'))
    expect(new Set(batch?.map(({ collection }) => collection))).toEqual(
      new Set(['signing', 'seal', 'outbox', 'record']),
    )
    const signed = (await day.ledger()).stages.find(({ id }) => id === 'settled')
    expect(signed?.parts).toContainEqual({ id: 'signed', count: 3 })
  })

  test('late records get a further seal', async () => {
    const { day, store } = await readyDay(2)
    await day.sign(signer, { mode: 'seal' })
    await day.list([listedChild(5)])
    await day.assess()
    await day.verifyIdentities(authority().verifier, context)
    await day.enter('row-5', dose, by)
    await day.sign(signer, { mode: 'seal' })
    const seals = (await store.all('seal')).map(({ value }) => value as unknown as DaySeal)
    expect(seals.map((one) => readSealContent(one))).toMatchObject([
      { sequence: 1, size: 2 },
      { sequence: 2, size: 1 },
    ])
  })
})

describe('sign, over time', () => {
  test('says what may not be signed yet, and why', async () => {
    const { day } = testDay()
    await day.list([listedChild(0), listedChild(1)])
    await day.verifyIdentities(authority('mismatch').verifier, context)
    await day.enter('row-0', dose, by)
    const { refused } = await day.sign(signer)
    expect(refused).toMatchObject([{ code: 'signing.day.identity' }])
  })

  test('after an expired confirmation goes on, and then forgets how far it was', async () => {
    const { day, store } = await readyDay(3)
    const { slow } = slowly(expired)
    const first = await day.sign(slow)
    expect(first.failed.map(({ code }) => code)).toEqual(Array(3).fill('signing.expired'))
    expect(await store.all('signing')).not.toEqual([])
    expect(await day.sign(signer)).toMatchObject({ signed: 3, failed: [] })
    expect(await store.all('signing')).toEqual([])
  })

  test('what is signed of a day stays signed when the rest expires', async () => {
    const { day } = await readyDay(3)
    let calls = 0
    const { slow } = slowly(() => ((calls += 1) > 1 ? expired() : Promise.resolve()), 2)
    expect(await day.sign(slow)).toMatchObject({ signed: 2, failed: [{}] })
    expect((await day.outbox.all()).length).toBe(2)
    expect(await day.sign(signer)).toMatchObject({ signed: 1, failed: [] })
    expect((await day.outbox.all()).length).toBe(3)
  })

  test.each(['records', 'seal'] as const)(
    '%s: a record that is corrected while somebody confirms is not published as it was',
    async (mode) => {
      const { day } = await readyDay(2)
      const { slow } = slowly(() => day.correctDose('row-0', { lot: 'FT0521' }, by))
      await day.sign(slow, { mode })
      expect(await day.outbox.all()).toHaveLength(1)
      expect(await day.sign(signer, { mode })).toMatchObject({ signed: 1 })
      expect(await day.outbox.all()).toHaveLength(2)
      const [one] = await day.records()
      expect(one?.record.dose.lot).toBe('FT0521')
      if (one?.signed === undefined) return
      const report = await verifyRecord(one.signed, { anchors })
      expect(report.record?.dose.lot).toBe('FT0521')
    },
  )

  test('is done by one at a time', async () => {
    const { day } = await readyDay()
    const { slow } = slowly(async () => {
      await expect(day.sign(signer)).rejects.toMatchObject({ code: 'clinic.signing.in-progress' })
    })
    expect(await day.sign(slow)).toMatchObject({ signed: 1 })
  })

  test.each(['records', 'seal'] as const)(
    '%s: cut off at any write it goes on, and nothing is queued twice',
    async (mode) => {
      for (let failAt = 0; failAt < 8; failAt += 1) {
        const kept = memoryStore()
        let writes = Number.NEGATIVE_INFINITY
        const store: Store = {
          ...kept,
          write: (changes) => {
            writes += 1
            return writes > failAt ? Promise.reject(new Error('cut off')) : kept.write(changes)
          },
        }
        const day = openDay(optionsOf(store))
        await day.list([0, 1, 2].map((index) => listedChild(index)))
        await day.assess()
        await day.verifyIdentities(authority().verifier, context)
        for (const index of [0, 1, 2]) await day.enter(`row-${index}`, dose, by)
        writes = 0
        const { slow } = slowly(() => Promise.resolve(), 2)
        await day.sign(slow, { mode }).catch(() => undefined)
        const next = openDay(optionsOf(kept))
        await next.sign(slow, { mode })
        const operations = await next.outbox.all()
        expect(new Set(operations.map(({ subject }) => subject)).size).toBe(3)
        expect(operations).toHaveLength(3)
        expect(await kept.all('signing')).toEqual([])
      }
    },
  )
})
