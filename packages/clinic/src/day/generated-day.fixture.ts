/** Days of every kind, for properties: a record for each dose given, sealed only when ready, as a day makes them. */
import { addDays, parseCivilDate, startOfDay } from '@tiemchung/core'
import type { IdentityStatus } from '@tiemchung/schemas'
import fc from 'fast-check'
import type { DayDocumentsInput } from '../report/day-report.js'

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

export const generatedDate = parseCivilDate('2022-05-20')

const rowArbitrary = fc.record({
  assessed: fc.boolean(),
  status: fc.constantFrom(...statuses),
  handover: fc.constantFrom(null, 'other-policy'),
  consent: fc.constantFrom('agreed', 'refused', 'none'),
  blockedBy: fc.constantFrom([], ['infection']),
  attendance: fc.constantFrom(undefined, 'given', 'given', 'refused', 'deferred', 'absent'),
  entered: fc.integer({ min: 0, max: 9 }).map((one) => one > 0),
  open: fc.constantFrom([], [], ['completeness.guardian'], ['completeness.lot', 'x']),
  identity: fc.constantFrom(...identities),
  seal: fc.constantFrom('none', 'signed', 'minutes'),
  state: fc.constantFrom(undefined, ...states),
  attempts: fc.integer({ min: 0, max: 2 }),
  amended: fc.boolean(),
  /** Days before this one. */
  earlier: fc.constantFrom(0, 0, 0, 1),
  /** Minutes after midnight of the dose, and from it to the entry: up to the next day, or back. */
  given: fc.integer({ min: 0, max: 1439 }),
  entry: fc.integer({ min: -30, max: 1600 }),
  vaccinator: fc.constantFrom('nurse-1', 'nurse-2', 'Nguyễn Thị Mẫu'),
})

type Row = typeof rowArbitrary extends fc.Arbitrary<infer One> ? One : never

/** Rows of a day: what became of each child. */
export const rowsArbitrary = fc.array(rowArbitrary)

function childOf(one: Row, index: number) {
  return {
    key: `${index}`,
    consent: { state: one.consent },
    ...(one.assessed
      ? { assessment: { status: one.status, handover: one.handover, blockedBy: one.blockedBy } }
      : {}),
    ...(one.attendance === undefined ? {} : { attendance: one.attendance }),
    ...(one.attendance === 'given' ? { firstRecordId: `r${index}` } : {}),
  }
}

const residence = { province: '22', commune: '06790' }

function contentOf(one: Row, id: string) {
  const date = addDays(generatedDate, -one.earlier)
  const minute = (of: number) => new Date(startOfDay(date).getTime() + of * 60_000).toISOString()
  const dose = {
    date,
    givenAt: minute(one.given),
    vaccinator: one.vaccinator,
    facility: '01234',
  }
  const identity = {
    status: one.identity,
    ...(one.identity === 'matched' ? { at: minute(one.given + 5) } : {}),
  }
  const person = { permanentResidence: residence, currentResidence: residence }
  return { id, dose, identity, person, enteredAt: minute(one.given + one.entry) }
}

function recordsOf(one: Row, index: number) {
  if (one.attendance !== 'given' || !one.entered) return []
  const ready = one.open.length === 0 && ['matched', 'not-required'].includes(one.identity)
  const sealed = ready && one.seal !== 'none'
  const evidence = one.seal === 'signed' ? { signed: {} } : { minutesId: 'm' }
  const first = {
    record: contentOf(one, `r${index}`),
    open: one.open,
    ...(sealed ? { ...evidence, operationId: `o${index}` } : {}),
  }
  const amends = { recordId: `r${index}` }
  const identity = { status: 'pending' }
  const amendment = { record: { ...contentOf(one, `a${index}`), amends, identity }, open: [] }
  return sealed && one.amended ? [first, amendment] : [first]
}

/** The documents of a day of such rows. */
export function dayOf(rows: readonly Row[]): DayDocumentsInput {
  const operations = rows.flatMap((one, index) =>
    one.state === undefined
      ? []
      : [
          {
            id: `o${index}`,
            dependsOn: [],
            state: one.state,
            attempts: Math.max(one.attempts, one.state === 'acknowledged' ? 1 : 0),
          },
        ],
  )
  const records = rows.flatMap(recordsOf)
  return { children: rows.map(childOf), records, operations } as unknown as DayDocumentsInput
}
