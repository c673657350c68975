import {
  assess,
  covid2022SameDayPolicy,
  dayReport,
  dayReportFaults,
  ledgerFaults,
  makeLedger,
  nextStep,
  openDay,
  openKeptDay,
  openRecords,
  reportUpwards,
  subjectOf,
} from '@tiemchung/clinic'
import { dayReportCsv, dayReportPage } from '@tiemchung/clinic/report'
import {
  checkDayReports,
  rollUp,
  rollUpCsv,
  rollUpFaults,
  rollUpPage,
} from '@tiemchung/clinic/roll-up'
import { memoryStore } from '@tiemchung/clinic/store/memory'
import { definePolicySet } from '@tiemchung/eligibility'
import { covid19Children5To11 } from '@tiemchung/eligibility/policies'
import { parseCivilDate } from '@tiemchung/core'
import { covid2022SameDay } from '@tiemchung/schemas'
import { person } from '../person.js'
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
const madeAt = new Date('2022-04-14T10:00:00Z')
const facts = { facility: '22001', date, madeAt, canSign: true }
const report = () => dayReport({ children: [child], records, operations: [] }, facts)
const station = {
  code: '22001',
  name: 'Trạm Y tế Mẫu',
  province: '22',
  district: '193',
  commune: '06790',
  canSign: true,
}
const opened = () =>
  openDay({
    store: memoryStore(),
    facility: station,
    date,
    eligibility: definePolicySet([...covid19Children5To11]),
    completeness: covid2022SameDay.completeness,
    volumes: {},
  })
const rolled = () => rollUp({ date, madeAt, reports: [report()], expected: [station] })
const stepFacts = { policy: covid2022SameDayPolicy, now: madeAt, canSign: true }
const next = () => records.map((one) => nextStep(one, stepFacts))
const register = {
  format: 'signer-register/1',
  id: 'test.signers',
  version: '1',
  effective: { from: date, to: null },
  published: date,
  sources: [{ id: '1815', number: '1815/BYT-CNTT', confidence: 'text' }],
  assumptions: [],
  issuers: [],
  entries: [],
} as const
const checked = () =>
  checkDayReports([markedRecord], { date, expected: [station], register, anchors: [] })

export const clinicDecisions: Decisions = {
  reasons: {
    '@tiemchung/clinic/store/file#fileStore':
      "errors of the file system name the operator's folder and our ids, which hold no person",
    '@tiemchung/clinic/store/sqlite#sqliteStore':
      'runs its own statements on the handle that it is given; what that throws is told as a code',
    '@tiemchung/clinic/store/suite#StoreFault':
      "tells what a store did to the suite's own documents, which are of nobody",
    '@tiemchung/clinic#conflictWith':
      'gives back what the platform said, for the store alone; it throws nothing and says nothing',
  },
  recipes: {
    '@tiemchung/clinic#assess': () => [
      () => assess(child, definePolicySet([...covid19Children5To11]), date),
    ],
    '@tiemchung/clinic#subjectOf': () => [() => subjectOf(child)],
    '@tiemchung/clinic#makeLedger': () => [ledger],
    '@tiemchung/clinic#ledgerFaults': () => [() => ledgerFaults(ledger())],
    '@tiemchung/clinic#dayReport': () => [report],
    '@tiemchung/clinic#reportUpwards': () => [() => reportUpwards(report())],
    '@tiemchung/clinic#dayReportFaults': () => [() => dayReportFaults(report())],
    '@tiemchung/clinic#nextStep': () => [next],
    '@tiemchung/clinic#openRecords': () => [
      () => openRecords({ records, operations: [] }, stepFacts),
    ],
    '@tiemchung/clinic#openDay': () => [
      () => opened().list([child, child]),
      () => opened().correct(person.name, {}),
      () => opened().close({ by: 'head-1', reason: `${person.name}\u0007` }),
      () => opened().report(),
    ],
    '@tiemchung/clinic#openKeptDay': () => [() => openKeptDay(memoryStore())],
    '@tiemchung/clinic/report#dayReportCsv': () => [() => dayReportCsv(report(), 'vi')],
    '@tiemchung/clinic/report#dayReportPage': () => [() => dayReportPage(report(), 'vi')],
    '@tiemchung/clinic/roll-up#checkDayReports': () => [checked],
    '@tiemchung/clinic/roll-up#rollUp': () => [rolled],
    '@tiemchung/clinic/roll-up#rollUpFaults': () => [() => rollUpFaults(rolled())],
    '@tiemchung/clinic/roll-up#rollUpCsv': () => [() => rollUpCsv(rolled(), 'vi')],
    '@tiemchung/clinic/roll-up#rollUpPage': () => [() => rollUpPage(rolled(), 'vi')],
  },
}
