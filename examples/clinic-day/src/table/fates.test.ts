import { describe, expect, test } from 'vitest'
import type { FacilityStanding } from '../day/standings.js'
import { fatesOf } from './fates.js'
import { mainReason } from './day-table.js'

const standing = (children: FacilityStanding['children']): FacilityStanding => ({
  facility: '01234',
  ofCommune: true,
  ledger: { stages: [], amendments: { made: 0, signed: 0, acknowledged: 0 } },
  children,
})

describe('fatesOf', () => {
  test.each([
    ['a class before the platform stays', 'listed.tooSoon', 0, 'listed.tooSoon'],
    ['the record of a certificate', 'signed.acknowledged', 2, 'acknowledged.issued', 'r1'],
    ['a first dose', 'signed.acknowledged', 1, 'acknowledged.course-incomplete'],
    ['a second dose without one', 'signed.acknowledged', 2, 'acknowledged.not-issued-yet'],
  ])('%s', (_, at, doseNumber, wanted, firstRecordId = 'r2') => {
    const child = { key: 'C1', at, doseNumber, firstRecordId }
    expect(fatesOf([standing([child])], new Set(['r1']))).toEqual([
      { key: 'C1', facility: '01234', at: wanted },
    ])
  })
})

describe('mainReason', () => {
  test('is the one with the most records', () => {
    expect(mainReason({ 'complete.no-number': 2, 'complete.mismatched': 7 })).toBe(
      'complete.mismatched',
    )
  })
})
