/** Questions about invented people, and answers to them. */
import type { VerificationRequest, VerificationResult } from '@tiemchung/schemas/wire'

export const at = '2022-04-14T02:00:00Z'

export const idAt = (index: number) =>
  `0180235c-1e80-7000-8000-${String(index).padStart(12, '0')}` as VerificationRequest['id']

/** The question about the person of a number. */
export function requestAt(
  index: number,
  change: Partial<VerificationRequest> = {},
): VerificationRequest {
  return {
    id: idAt(index),
    number: '001316000017',
    fullName: 'Lê Thị Thử',
    birthDate: '2016-05-01' as VerificationRequest['birthDate'],
    sex: 'female',
    purpose: 'vaccination-record',
    officer: 'staff-1',
    consent: { form: 'paper', reference: 'P-1', at: '2022-04-14T01:00:00Z', by: 'mother' },
    ...change,
  }
}

/** So many questions. */
export const questions = (count: number) =>
  Array.from({ length: count }, (_, index) => requestAt(index))

/** The answer under an id. */
export const resultFor = (
  id: string,
  outcome: VerificationResult['outcome'] = 'match',
): VerificationResult => ({
  id: id as VerificationResult['id'],
  outcome,
  mismatched: [],
  at,
  source: 'test',
})

/** The code of what a promise is rejected with. */
export const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'nothing was thrown',
    (error: unknown) => (error as { readonly code: string }).code,
  )
