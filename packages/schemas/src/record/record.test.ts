import { fixedClock, parseInstant, parseUuid } from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import { describe, expect, test } from 'vitest'
import { amendRecord, hashRecord } from './amend-record.js'
import { doseRecordSchema } from './dose-record.js'
import { record, recordDocument } from './dose-record.fixture.js'
import { identitySettled } from './identity-evidence.js'
import { concludeScreening, type Screening, type ScreeningConclusion } from './screening.js'

describe('concludeScreening, by 5002/QĐ-BYT', () => {
  test.each<[string, Partial<Screening>, ScreeningConclusion]>([
    ['all eight no', {}, 'eligible'],
    ['item 1', { anaphylaxisToVaccine: 'yes' }, 'contraindicated'],
    ['item 2', { acuteOrProgressingDisease: 'yes' }, 'defer'],
    ['item 3', { anyAllergy: 'yes' }, 'caution'],
    ['item 4', { consciousnessOrBehaviourDisorder: 'yes' }, 'caution'],
    ['item 5', { congenitalOrChronicDisease: 'yes' }, 'hospital'],
    ['item 6', { abnormalHeartOrLungSounds: 'yes' }, 'hospital'],
    ['item 7', { anaphylaxisGrade3: 'yes' }, 'hospital'],
    ['item 8', { otherContraindication: 'yes' }, 'defer'],
    ['items 2 and 3: the graver', { anyAllergy: 'yes', acuteOrProgressingDisease: 'yes' }, 'defer'],
    ['an unknown answer', { anyAllergy: 'unknown' }, 'incomplete'],
    [
      'an unknown answer beside a deferral',
      { anyAllergy: 'unknown', acuteOrProgressingDisease: 'yes' },
      'incomplete',
    ],
    [
      'an unknown answer beside a contraindication',
      { anyAllergy: 'unknown', anaphylaxisToVaccine: 'yes' },
      'contraindicated',
    ],
  ])('%s', (_, changes, conclusion) => {
    expect(concludeScreening({ ...record.screening, ...changes })).toBe(conclusion)
  })
})

test('an item that is not there, or no answer, is not a no', () => {
  const { anyAllergy: _, ...seven } = record.screening
  expect(concludeScreening(seven as Screening)).toBe('incomplete')
  expect(concludeScreening({ ...record.screening, anyAllergy: '' as never })).toBe('incomplete')
})

describe('identitySettled', () => {
  test.each([
    ['matched', true],
    ['not-required', true],
    ['mismatched', false],
    ['not-found', false],
    ['no-number', false],
    ['malformed-number', false],
    ['unverifiable', false],
    ['pending', false],
  ] as const)('%s: %s', (status, settled) => {
    expect(identitySettled({ status } as never)).toBe(settled)
  })
})

describe('amendRecord', () => {
  const clock = fixedClock(parseInstant('2022-04-20T08:00:00+07:00'))
  const id = parseUuid('01803cd6-3e00-7000-8000-000000000002')
  const details = { id, reason: 'feedback', by: 'station-1', clock, crypto: systemCrypto } as const

  test('makes a record that fits the schema, points back and is unmatched', async () => {
    const amendment = await amendRecord(record, { person: { sex: 'male' } }, details)
    expect(doseRecordSchema.parse(amendment)).toEqual(amendment)
    expect(amendment.person).toEqual({ ...record.person, sex: 'male' })
    expect(amendment.identity).toEqual({ status: 'pending' })
    expect(amendment.amends).toEqual({
      recordId: record.id,
      hash: await hashRecord(record, systemCrypto),
      firstRecordId: record.id,
      reason: 'feedback',
    })
  })
  test('leaves the record as it was', async () => {
    await amendRecord(record, { dose: { lot: 'OTHER' } }, details)
    expect(record).toEqual(doseRecordSchema.parse(recordDocument))
  })
  test('has an id of its own, in a chain too', async () => {
    const first = await amendRecord(record, {}, details)
    const itself = expect.objectContaining({ code: 'schema.amends-itself' }) as Error
    await expect(amendRecord(record, {}, { ...details, id: record.id })).rejects.toThrow(itself)
    await expect(amendRecord(first, {}, { ...details, id: record.id })).rejects.toThrow(itself)
    await expect(amendRecord(first, {}, details)).rejects.toThrow(itself)
  })
  test('keeps the first record of a chain', async () => {
    const first = await amendRecord(record, {}, details)
    const second = await amendRecord(
      first,
      {},
      {
        ...details,
        id: parseUuid('01803cd6-3e00-7000-8000-000000000003'),
        feedbackId: id,
      },
    )
    expect(second.amends?.recordId).toBe(first.id)
    expect(second.amends?.firstRecordId).toBe(record.id)
    expect(second.amends?.feedbackId).toBe(id)
  })
})
