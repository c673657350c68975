/** Invented people, the register that knows most of them, and what it has to answer. */
import { parsePartialDate, parseUuid } from '@tiemchung/core'
import type { VerificationRequest, VerificationResult } from '@tiemchung/identity'
import type { RegisteredPerson } from '@tiemchung/sandbox'

const hex = (index: number) => index.toString(16).padStart(12, '0')
const birthDate = parsePartialDate('2014-09-02')

/** Three letters that tell people apart. */
const letters = (index: number) =>
  [676, 26, 1].map((part) => String.fromCharCode(65 + (Math.floor(index / part) % 26))).join('')

const numberAt = (index: number) => `001314${String(index).padStart(6, '0')}`
const nameAt = (index: number) => `Nguyễn Thị Mẫu ${letters(index)}`

/** What has to be answered about somebody. */
export function outcomeAt(index: number): VerificationResult['outcome'] {
  if (index % 97 === 5) return 'not-found'
  if (index % 89 === 3) return 'unverifiable'
  return index % 31 === 7 ? 'mismatch' : 'match'
}

/** Somebody as the register has them; those who are not found are not in it. */
const personAt = (index: number): RegisteredPerson => ({
  number: numberAt(index),
  fullName: outcomeAt(index) === 'mismatch' ? `${nameAt(index)} Khác` : nameAt(index),
  birthDate,
  sex: 'female',
  unverifiable: outcomeAt(index) === 'unverifiable',
})

/** The register for so many claims. */
export const registerOf = (count: number): readonly RegisteredPerson[] =>
  Array.from({ length: count }, (_, index) => index)
    .filter((index) => outcomeAt(index) !== 'not-found')
    .map(personAt)

/** The claim of somebody. */
export const questionAt = (index: number): VerificationRequest => ({
  id: parseUuid(`0180235c-1e80-7000-8000-${hex(index)}`),
  number: numberAt(index),
  fullName: nameAt(index),
  birthDate,
  sex: 'female',
  purpose: 'vaccination-record',
  officer: 'staff.01234',
  consent: { form: 'paper', reference: `P-${index}`, at: '2022-05-19T01:00:00Z', by: 'mother' },
})
