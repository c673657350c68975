import { parseCivilDate, parsePartialDate } from '@tiemchung/core'
import {
  evidenceWithoutQuestion,
  ndxpEnvelope,
  ndxpVerifier,
  sharedDoseOf,
  type VerificationRequest,
} from '@tiemchung/identity'
import { type IdentityFacts, matchPerson, matchPolicy1815 } from '@tiemchung/identity/offline'
import {
  applyCorrection,
  type CorrectionEvent,
  correctionsOf,
  dayReportFaults,
  handOverLists,
  identityDayReport,
  openFields,
  routeCase,
  routeDoseError,
  routingPolicy2262,
  tallyCases,
  tallyFaults,
} from '@tiemchung/identity/route'
import { person } from '../person.js'
import { markedRecord } from '../record.js'
import type { Decisions } from './decision.js'

const facts: IdentityFacts = {
  number: person.number,
  fullName: person.name,
  birthDate: parsePartialDate('2015-06-01'),
  sex: 'female',
}
const others: readonly IdentityFacts[] = [
  { ...facts, number: person.oldNumber },
  { ...facts, fullName: `${person.name} Hai` },
  { ...facts, fullName: 'Kiemthu Rori Vantao' },
  { ...facts, birthDate: parsePartialDate('2015'), sex: 'unknown' },
]
const mismatch = {
  recordId: markedRecord.id,
  status: 'mismatched',
  person: markedRecord.person,
  facility: markedRecord.dose.facility,
} as const

const wrongName = { class: 'wrong-name', mismatched: ['name'] } as const

const opening: CorrectionEvent = {
  id: markedRecord.id,
  recordId: markedRecord.id,
  at: '2022-05-20T10:00:00Z',
  by: { office: 'health', unit: '06790', officer: 'health-1' },
  step: { kind: 'opened', ...wrongName, commune: '06790' },
}
/** Steps that may not be taken, by people who may not take them, in words that hold a person. */
const refusedEvents: readonly CorrectionEvent[] = [
  { ...opening, id: '0180235c-1e80-7000-8000-000000000002' as CorrectionEvent['id'] },
  { ...opening, at: person.name },
  { ...opening, recordId: person.number, by: { ...opening.by, officer: person.name } },
]
const day = { date: parseCivilDate('2022-05-20'), madeAt: new Date('2022-05-20T17:00:00Z') }

const caller = { procedure: 'TC-1815', integration: '00001815', organisation: 'H22.01' }
const codes = { found: ['0'], notFound: ['1'], tokenExpired: ['401'] }
const question: VerificationRequest = {
  id: markedRecord.id,
  number: person.number,
  fullName: person.name,
  birthDate: parsePartialDate('2015-06-01'),
  sex: 'female',
  purpose: 'vaccination-record',
  officer: 'staff-1',
  consent: { form: 'paper', reference: 'P-1', at: '2022-04-14T01:00:00Z', by: 'mother' },
}
/** The person, somebody else, somebody without a name, and a code that nobody named. */
const registered = { SoDinhDanh: person.number, HoVaTen: { Ten: person.name } }
const answers = [
  { error_code: '0', data: registered },
  { error_code: '0', data: { ...registered, SoDinhDanh: person.oldNumber } },
  { error_code: '0', data: { ...registered, HoVaTen: person.name } },
  { error_code: person.number, data: registered },
]

export const identityDecisions: Decisions = {
  reasons: {
    '@tiemchung/identity/lists#makeHandOverLists':
      'a list is for those who look the person up: it holds the claims by purpose',
    '@tiemchung/identity/lists#questionsAgain':
      'a question to the register holds the claim by purpose',
    '@tiemchung/identity/lists#writeListWorkbook':
      'a list on paper, for those who look the person up: it holds the claims by purpose',
    '@tiemchung/identity/journal/file#fileJournal':
      "errors of the file system name the operator's file and our ids, which hold no person",
  },
  recipes: {
    '@tiemchung/identity/offline#matchPerson': () =>
      others.map((other) => () => matchPerson(facts, other, matchPolicy1815)),
    '@tiemchung/identity/route#routeCase': () => [() => routeCase(mismatch, routingPolicy2262)],
    '@tiemchung/identity/route#handOverLists': () => [
      () => handOverLists([mismatch], routingPolicy2262),
    ],
    '@tiemchung/identity/route#routeDoseError': () => [
      () => routeDoseError(markedRecord.dose.facility, routingPolicy2262),
    ],
    '@tiemchung/identity/route#openFields': () => [() => openFields(wrongName)],
    '@tiemchung/identity/route#tallyFaults': () => [
      () => tallyFaults({ ...tallyCases(['correct', 'wrong-name']), people: 3 }),
    ],
    '@tiemchung/identity/route#applyCorrection': () =>
      refusedEvents.map(
        (event) => () => applyCorrection(applyCorrection(undefined, opening), event),
      ),
    '@tiemchung/identity/route#correctionsOf': () =>
      refusedEvents.map((event) => () => correctionsOf([opening, event])),
    '@tiemchung/identity/route#identityDayReport': () => [
      () => identityDayReport([opening], day),
      ...refusedEvents.map((event) => () => identityDayReport([opening, event], day)),
    ],
    '@tiemchung/identity/route#dayReportFaults': () => [
      () => dayReportFaults(identityDayReport([opening], day)),
    ],
    '@tiemchung/identity#ndxpEnvelope': () => [
      () => ndxpEnvelope(question, caller),
      () => ndxpEnvelope({ ...question, officer: '' }, caller),
      () => ndxpEnvelope({ ...question, number: person.oldNumber }, caller),
    ],
    '@tiemchung/identity#ndxpVerifier': () =>
      answers.map((answer) => () => {
        const send = () => Promise.resolve(answer)
        return ndxpVerifier({ send, caller, codes }).verify(question)
      }),
    '@tiemchung/identity#sharedDoseOf': () => [() => sharedDoseOf(markedRecord)],
    '@tiemchung/identity#evidenceWithoutQuestion': () => [
      () => evidenceWithoutQuestion(markedRecord.person, new Date('2022-04-14T02:00:00Z')),
    ],
  },
}
