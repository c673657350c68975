/** Signed records of invented children from abroad: a passport, and no question about the identity. */
import type { NewOperation } from '@tiemchung/clinic'
import { systemCrypto } from '@tiemchung/core/crypto'
import { type DoseRecord, recordIdFor } from '@tiemchung/schemas'
import { signRecords, type Signer } from '@tiemchung/signing'
import { recordDate, recordFacility, recordNumber } from '../record.js'

async function recordOf(index: number, enteredBy: string): Promise<DoseRecord> {
  const base = recordNumber(1)
  const number = `P${String(index).padStart(8, '0')}`
  const person: DoseRecord['person'] = {
    ...base.person,
    nationality: 'LA',
    identityDocument: { kind: 'passport', country: 'LA', number },
  }
  const key = {
    facility: recordFacility,
    person,
    product: base.dose.product,
    doseNumber: 1,
    date: recordDate,
  }
  const id = await recordIdFor(key, systemCrypto)
  const identity = { status: 'not-required', because: 'foreign-passport' } as const
  return { ...base, id, person, identity, enteredBy }
}

/** Which records. */
export interface Wanted {
  readonly first: number
  readonly count: number
  /** Stands in them as whoever entered them, so that the platform's database tells them from others. */
  readonly enteredBy: string
}

/** Operations that send so many records, from a number on. */
export async function operationsFrom(
  { first, count, enteredBy }: Wanted,
  signer: Signer,
  at: Date,
): Promise<readonly NewOperation[]> {
  const records: DoseRecord[] = []
  for (let index = first; index < first + count; index += 1) {
    records.push(await recordOf(index, enteredBy))
  }
  const { signed } = await signRecords(records, signer, { at })
  return signed.map((one) => ({
    kind: 'record',
    subject: one.recordId,
    payload: { ...one },
    signed: true,
  }))
}
