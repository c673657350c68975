import { assess, dayReport, ledgerFaults, makeLedger, subjectOf } from '@tiemchung/clinic'
import { definePolicySet } from '@tiemchung/eligibility'
import { covid19Children5To11 } from '@tiemchung/eligibility/policies'
import { parseCivilDate } from '@tiemchung/core'
import { markedRecord } from '../record.js'
import type { Decisions } from './decision.js'

const date = parseCivilDate('2022-04-14')
const child = {
  key: 'row-1',
  person: markedRecord.person,
  doses: [],
  consent: markedRecord.consent,
  screening: markedRecord.screening,
  infection: { state: 'no' },
  identity: markedRecord.identity,
  attendance: 'given',
  firstRecordId: markedRecord.id,
} as const
const records = [{ record: markedRecord, open: [] }]
const ledger = () => makeLedger({ children: [child], records, operations: [] })
const facts = { facility: '22001', date, madeAt: new Date('2022-04-14T10:00:00Z') }

export const clinicDecisions: Decisions = {
  reasons: {
    '@tiemchung/clinic/store/file#fileStore':
      "errors of the file system name the operator's folder and our ids, which hold no person",
  },
  recipes: {
    '@tiemchung/clinic#assess': () => [
      () => assess(child, definePolicySet([...covid19Children5To11]), date),
    ],
    '@tiemchung/clinic#subjectOf': () => [() => subjectOf(child)],
    '@tiemchung/clinic#makeLedger': () => [ledger],
    '@tiemchung/clinic#ledgerFaults': () => [() => ledgerFaults(ledger())],
    '@tiemchung/clinic#dayReport': () => [() => report()],
  },
}
