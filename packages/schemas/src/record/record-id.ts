import { type CivilDate, canonicalJson, parseUuid, type Uuid, uuidv5 } from '@tiemchung/core'
import type { CryptoProvider, MaybePromise } from '@tiemchung/core/crypto'
import type { Person } from '../person/person.js'

/** The namespace of record ids. */
const namespace = parseUuid('6f1e4b1c-1815-5b27-9438-c0ffee224204')

/** What makes a dose the same dose, whoever enters it. */
export interface DoseKey {
  readonly facility: string
  readonly person: Pick<Person, 'fullName' | 'birthDate' | 'identityDocument'>
  readonly product: string
  readonly doseNumber: number
  readonly date: CivilDate
}

/**
 * What stands for a person in ids: the document's number, or folded name and birth date without one. It
 * is never shown; the id is a hash of it.
 */
export function personKey(person: DoseKey['person']): string {
  const document = person.identityDocument
  if (document.kind !== 'none') return `${document.kind} ${document.number}`
  const name = person.fullName.normalize('NFC').replace(/\s+/g, ' ').toLocaleUpperCase('und')
  return `name ${name} ${person.birthDate}`
}

/**
 * The id of the record of a dose: the same facility, person, product, dose number and day give the same
 * id on every machine, so that double entry collides instead of doubling.
 */
export function recordIdFor(key: DoseKey, crypto: CryptoProvider): MaybePromise<Uuid> {
  const { facility, product, doseNumber, date } = key
  const name = canonicalJson([facility, personKey(key.person), product, doseNumber, date])
  return uuidv5(namespace, name, crypto)
}
