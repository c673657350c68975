/** Invented children of the register, and their records. */
import { type CivilDate, parsePartialDate, type Uuid } from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import { type DoseRecord, recordIdFor } from '@tiemchung/schemas'
import { recordDate, recordNumber } from '../record.js'

/** A child as the register has it. */
export interface Child {
  readonly number: string
  readonly fullName: string
  readonly birthDate: DoseRecord['person']['birthDate']
  readonly sex: 'female' | 'male'
}

/** A number as letters, as no name holds a digit: 0 is A, 26 is BA. */
function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : letters(Math.floor(index / 26)) + last
}

/** The child of a number below a million. */
export function childNumber(index: number): Child {
  return {
    number: `001314${String(index).padStart(6, '0')}`,
    fullName: `Nguyễn Thị Mẫu Thử ${letters(index)}`,
    birthDate: parsePartialDate(`2014-0${1 + (index % 9)}-1${index % 10}`),
    sex: index % 2 === 0 ? 'female' : 'male',
  }
}

/** The record of a child's first dose, resting on a verification. */
export async function recordOf(
  child: Child,
  facility: string,
  verificationId: Uuid,
  at: string,
): Promise<DoseRecord> {
  const { number, sex, ...names } = child
  const base = recordNumber(0)
  const person = {
    ...base.person,
    ...names,
    sex,
    identityDocument: { kind: 'personal-number', number } as const,
  }
  const date: CivilDate = recordDate
  const key = { facility, person, product: base.dose.product, doseNumber: 1, date }
  return {
    ...base,
    id: await recordIdFor(key, systemCrypto),
    person,
    dose: { ...base.dose, facility },
    identity: { status: 'matched', verificationId, at },
  }
}
