import { parsePartialDate } from '@tiemchung/core'
import {
  evidenceWithoutQuestion,
  ndxpEnvelope,
  ndxpVerifier,
  sharedDoseOf,
  type VerificationRequest,
} from '@tiemchung/identity'
import { type IdentityFacts, matchPerson, matchPolicy1815 } from '@tiemchung/identity/offline'
import { handOverLists, routeCase, routingPolicy2262 } from '@tiemchung/identity/route'
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
