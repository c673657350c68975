import type { IdentityStatus } from '@tiemchung/schemas'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ChildCase } from './child.js'
import { dayReportOf } from './day-report.js'
import { ledgerFaults, makeLedger, stageIds } from './ledger.js'

const statuses = ['eligible', 'tooYoung', 'needsConsent', 'deferred', 'complete', 'contraindicated']
const identities: readonly IdentityStatus[] = [
  'matched',
  'not-required',
  'mismatched',
  'not-found',
  'no-number',
  'pending',
]
const states = ['waiting', 'sending', 'acknowledged', 'rejected', 'conflict']

const row = fc.record({
  assessed: fc.boolean(),
  status: fc.constantFrom(...statuses),
  handover: fc.constantFrom(null, 'other-policy'),
  consent: fc.constantFrom('agreed', 'refused', 'none'),
  blockedBy: fc.constantFrom([], ['infection']),
  attendance: fc.constantFrom(undefined, 'given', 'refused', 'deferred', 'absent'),
  open: fc.constantFrom([], [], ['completeness.guardian'], ['completeness.lot', 'x']),
  identity: fc.constantFrom(...identities),
  seal: fc.constantFrom('none', 'signed', 'minutes'),
  state: fc.constantFrom(undefined, ...states),
  amended: fc.boolean(),
})

/** The day of such rows: a record for each dose given, sealed only when ready, as a day makes them. */
function dayOf(rows: readonly (typeof row extends fc.Arbitrary<infer Row> ? Row : never)[]) {
  const children = rows.map((one, index) => ({
    key: `${index}`,
    consent: { state: one.consent },
    ...(one.assessed
      ? { assessment: { status: one.status, handover: one.handover, blockedBy: one.blockedBy } }
      : {}),
    ...(one.attendance === undefined ? {} : { attendance: one.attendance }),
    ...(one.attendance === 'given' ? { firstRecordId: `r${index}` } : {}),
  }))
  const records = rows.flatMap((one, index) => {
    if (one.attendance !== 'given') return []
    const ready = one.open.length === 0 && ['matched', 'not-required'].includes(one.identity)
    const sealed = ready && one.seal !== 'none'
    const first = {
      record: { id: `r${index}`, identity: { status: one.identity } },
      open: one.open,
      ...(sealed ? (one.seal === 'signed' ? { signed: {} } : { minutesId: 'm' }) : {}),
      ...(sealed ? { operationId: `o${index}` } : {}),
    }
    const amendment = {
      record: {
        id: `a${index}`,
        amends: { recordId: `r${index}` },
        identity: { status: 'pending' },
      },
      open: [],
    }
    return sealed && one.amended ? [first, amendment] : [first]
  })
  const operations = rows.flatMap((one, index) =>
    one.state === undefined ? [] : [{ id: `o${index}`, dependsOn: [], state: one.state }],
  )
  return { children, records, operations } as unknown as Parameters<typeof makeLedger>[0]
}

test('the parts of each stage are disjoint, add up, and begin where the stage before ended', () => {
  fc.assert(
    fc.property(fc.array(row), (rows) => {
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

test('a report is finished exactly when nothing that was given is left open', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
      const day = dayOf(rows)
      const facts = { facility: '01234', date: '2022-05-20' as never, madeAt: new Date(0) }
      const report = dayReportOf(makeLedger(day), facts)
      const first = day.records.filter((one) => one.record.amends === undefined)
      const states = new Map(day.operations.map((one) => [one.id as string, one.state]))
      const unsettled = first.filter(
        (one) =>
          one.minutesId === undefined &&
          (one.signed === undefined || states.get(one.operationId ?? '') !== 'acknowledged'),
      )
      const amendments = day.records.length - first.length
      expect(report.finished).toBe(unsettled.length === 0 && amendments === 0)
      expect(report.given).toBe(rows.filter((one) => one.attendance === 'given').length)
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
