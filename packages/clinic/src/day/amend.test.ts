import type { Uuid } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { authority, context, readyDay, testSigner } from './day.fixture.js'
import { ledgerFaults } from './ledger.js'

const why = { reason: 'entry-error', by: 'staff-2' } as const

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
