import { type DoseRecord, personKey } from '@tiemchung/schemas'

/** What makes two records the same dose of the same person, whoever entered it and on whichever day. */
export function doseKeyOf({ person, dose }: Pick<DoseRecord, 'person' | 'dose'>): string {
  return `${personKey(person)} ${dose.product} ${dose.number}`
}
