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
 * What stands for a person in ids: the document's number, or name and birth date without one, with case
 * and blanks folded. It is a person's data: only hashes of it are shown.
 *
 * A 12-digit number is the same key whichever document it was read from, so that entry as a personal
 * number and entry as a card collide.
 */
export function personKey(person: DoseKey['person']): string {
  const document = person.identityDocument
  if (document.kind === 'passport') return `passport ${document.country} ${document.number}`
  if (document.kind !== 'none') return `number ${document.number}`
  const name = person.fullName.normalize('NFC').trim().replace(/\s+/g, ' ').toUpperCase()
  return `name ${name} ${person.birthDate}`
}

/**
 * The id of the record of a dose: the same facility, person, product, dose number and day give the same
 * id on every machine, so that double entry collides instead of doubling.
 *
 * @throws InputError `input.json-canonical` when a text holds a lone surrogate
 * @example
 * ```ts
 * import { parseCivilDate } from '@tiemchung/core'
 * import { systemCrypto } from '@tiemchung/core/crypto'
 * import { type Person, recordIdFor } from '@tiemchung/schemas'
 * declare const person: Person
 * const id = await recordIdFor(
 *   {
 *     facility: '01234',
 *     person,
 *     product: 'comirnaty-10',
 *     doseNumber: 1,
 *     date: parseCivilDate('2022-04-14'),
 *   },
 *   systemCrypto,
 * )
 * ```
 */
export function recordIdFor(key: DoseKey, crypto: CryptoProvider): MaybePromise<Uuid> {
  const { facility, product, doseNumber, date } = key
  const name = canonicalJson([facility, personKey(key.person), product, doseNumber, date])
  return uuidv5(namespace, name, crypto)
}
