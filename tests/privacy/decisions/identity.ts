import { parsePartialDate } from '@tiemchung/core'
import { evidenceWithoutQuestion } from '@tiemchung/identity'
import {
  handOverLists,
  type IdentityFacts,
  matchPerson,
  matchPolicy1815,
  routeCase,
  routingPolicy2262,
} from '@tiemchung/identity/offline'
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

export const identityDecisions: Decisions = {
  reasons: {},
  recipes: {
    '@tiemchung/identity/offline#matchPerson': () =>
      others.map((other) => () => matchPerson(facts, other, matchPolicy1815)),
    '@tiemchung/identity/offline#routeCase': () => [() => routeCase(mismatch, routingPolicy2262)],
    '@tiemchung/identity/offline#handOverLists': () => [
      () => handOverLists([mismatch], routingPolicy2262),
    ],
    '@tiemchung/identity#evidenceWithoutQuestion': () => [
      () => evidenceWithoutQuestion(markedRecord.person, new Date('2022-04-14T02:00:00Z')),
    ],
  },
}
