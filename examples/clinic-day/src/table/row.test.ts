import { describe, expect, test } from 'vitest'
import { carryFaults, type Row, rowOf, sumFaults } from './row.js'

const listed = rowOf('listed', ['eligible'], ['tooSoon', 'eligible', 'tooYoung', 'tooSoon'])

describe('rowOf', () => {
  test('the first classes stand first, the others by how many', () => {
    expect(listed).toEqual({
      id: 'listed',
      count: 4,
      parts: [
        { id: 'eligible', count: 1 },
        { id: 'tooSoon', count: 2 },
        { id: 'tooYoung', count: 1 },
      ],
    })
  })
})

describe('sumFaults and carryFaults', () => {
  const given: Row = { id: 'eligible', count: 1, parts: [{ id: 'given', count: 1 }] }

  test('a table that adds up has none', () => {
    expect(sumFaults([listed, given])).toEqual([])
    expect(carryFaults([listed, given])).toEqual([])
  })

  test('a class that is short by one is told', () => {
    expect(sumFaults([{ ...listed, count: 5 }])).toEqual(['listed: 4 of 5'])
  })

  test('a row that begins with another number than was handed on is told', () => {
    expect(carryFaults([listed, { ...given, count: 2 }])).toEqual(['eligible: 2, carried 1'])
  })
})
