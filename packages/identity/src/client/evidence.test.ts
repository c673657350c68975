import type { IdentityDocument } from '@tiemchung/schemas'
import { identityEvidenceSchema } from '@tiemchung/schemas'
import type { VerificationResult } from '@tiemchung/schemas/wire'
import { expect, test } from 'vitest'
import { evidenceOf, evidenceWithoutQuestion } from './evidence.js'

const at = new Date('2022-04-14T02:00:00Z')

test.each([
  ['match', 'matched'],
  ['mismatch', 'mismatched'],
  ['not-found', 'not-found'],
  ['unverifiable', 'unverifiable'],
] as const)('the answer %s is the evidence %s', (outcome, status) => {
  const id = '0180235c-1e80-7000-8000-000000000001' as VerificationResult['id']
  const instant = '2022-04-14T02:00:00Z' as VerificationResult['at']
  const evidence = evidenceOf({ id, outcome, mismatched: [], at: instant, source: 'test' })
  expect(evidence).toEqual({ status, verificationId: id, at: instant })
  expect(identityEvidenceSchema.safeParse(evidence).success).toBe(true)
})

test.each([
  ['a personal number', { kind: 'personal-number', number: '001316000017' }, 'VN', undefined],
  ['an old card of 12 digits', { kind: 'cmnd-12', number: '001316000017' }, 'VN', undefined],
  ['an old card of 9 digits', { kind: 'cmnd-9', number: '012345678' }, 'VN', 'no-number'],
  ['a number of the forces', { kind: 'military-8', number: '01234567' }, 'VN', 'no-number'],
  [
    'a Vietnamese passport',
    { kind: 'passport', number: 'B1234567', country: 'VN' },
    'VN',
    'no-number',
  ],
  [
    'a foreign passport',
    { kind: 'passport', number: 'X123456', country: 'LA' },
    'LA',
    'not-required',
  ],
  ['no number issued', { kind: 'none', reason: 'not-issued' }, 'VN', 'no-number'],
  ['nothing presented', { kind: 'none', reason: 'not-presented' }, 'VN', 'no-number'],
  [
    'a foreigner who presents nothing',
    { kind: 'none', reason: 'not-presented' },
    'LA',
    'no-number',
  ],
  ['a malformed number', { kind: 'none', reason: 'malformed' }, 'VN', 'malformed-number'],
] as const)('%s', (_, document, nationality, status) => {
  const identityDocument = document as IdentityDocument
  const evidence = evidenceWithoutQuestion({ nationality, identityDocument }, at)
  expect(evidence?.status).toBe(status)
  if (evidence !== undefined) expect(identityEvidenceSchema.safeParse(evidence).success).toBe(true)
})
