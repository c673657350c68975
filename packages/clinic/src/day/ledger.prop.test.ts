import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ChildCase } from './child.js'
import { dayOf, rowsArbitrary } from './generated-day.fixture.js'
import { ledgerFaults, makeLedger, stageIds } from './ledger.js'

test('the parts of each stage are disjoint, add up, and begin where the stage before ended', () => {
  fc.assert(
    fc.property(rowsArbitrary, (rows) => {
      const ledger = makeLedger(dayOf(rows))
      expect(ledgerFaults(ledger)).toEqual([])
      expect(ledger.stages.map((one) => one.id)).toEqual(stageIds)
      expect(ledger.stages[0]?.count).toBe(rows.length)
      for (const { parts } of ledger.stages) {
        expect(new Set(parts.map((part) => part.id)).size).toBe(parts.length)
      }
    }),
  )
})

test('faults are found: parts that do not add up, and stages that do not carry on', () => {
  const child = {
    key: 'a',
    consent: { state: 'agreed' },
    attendance: 'given',
  } as unknown as ChildCase
  const ledger = makeLedger({ children: [child], records: [], operations: [] })
  expect(ledgerFaults(ledger)).toEqual([])
  const broken = ledger.stages.map((one) => ({ ...one, count: one.count + 1 }))
  expect(ledgerFaults({ ...ledger, stages: broken })).toContain('listed: parts')
  const [, ...rest] = ledger.stages
  const lost = { id: 'listed', count: 5, parts: [{ id: 'eligible', count: 5 }] } as const
  expect(ledgerFaults({ ...ledger, stages: [lost, ...rest] })).toEqual(['eligible: carried'])
})
