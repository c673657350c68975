import { parseUuid, systemClock } from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import { amendRecord } from '@tiemchung/schemas'
import { person } from '../person.js'
import { markedRecord } from '../record.js'
import type { Decisions } from './decision.js'

const id = parseUuid('0180235c-1e80-7000-8000-000000000002')
const details = {
  id,
  reason: 'feedback',
  by: 'x',
  clock: systemClock,
  crypto: systemCrypto,
} as const

export const schemasDecisions: Decisions = {
  reasons: {
    '@tiemchung/schemas#lineSchema': 'makes a schema of a length that the program chooses',
  },
  recipes: {
    '@tiemchung/schemas#amendRecord': () => [
      () => amendRecord(markedRecord, { person: { fullName: person.name } }, details),
      // A lone surrogate has no canonical form, so the hash of the old record must refuse it.
      () => amendRecord({ ...markedRecord, enteredBy: `${person.name}\ud800` }, {}, details),
    ],
  },
}
