import type { ListedPerson } from '@tiemchung/identity/offline'
import type { Person } from '@tiemchung/schemas'

/** What of a person is compared for duplicates. */
export function listedPerson(person: Person): ListedPerson {
  const { fullName, birthDate, sex, identityDocument: document } = person
  const passport = document.kind === 'passport' ? `${document.country} ` : ''
  const commune = (person.permanentResidence ?? person.currentResidence).commune
  return {
    fullName,
    birthDate,
    sex,
    commune,
    ...(document.kind === 'none' ? {} : { number: `${passport}${document.number}` }),
    ...(person.guardian === undefined ? {} : { guardianName: person.guardian.fullName }),
  }
}
