import { type CivilDate, exactDay, ParseError, typedThroughInputMethod } from '@tiemchung/core'
import { readBirthDate, readSex } from '@tiemchung/schemas/codes'
import { errorCatalogue } from '../errors.js'

/** What the QR code on a citizen card (CCCD) says. Nothing in it is signed. */
export interface CitizenCard {
  readonly number: string
  /** The 9-digit number of the old card, when there was one. */
  readonly oldNumber?: string
  readonly fullName: string
  readonly birthDate: CivilDate
  readonly sex: 'male' | 'female'
  readonly permanentResidence: string
  readonly issuedOn: CivilDate
}

function refuse(field: string): never {
  throw new ParseError(errorCatalogue, 'identity.card-qr', { path: [field] })
}

/** What a reader of codes makes of a value; the field is refused when it makes nothing of it. */
function taken<Value>(field: string, read: () => Value | undefined): Value {
  try {
    return read() ?? refuse(field)
  } catch {
    return refuse(field)
  }
}

const dayOf = (text: string | undefined, field: string): CivilDate =>
  taken(field, () => exactDay(readBirthDate('citizen-card', text ?? '')))

function sexOf(text: string | undefined): 'male' | 'female' {
  const sex = taken('sex', () => readSex('citizen-card', text ?? ''))
  return sex === 'unknown' ? refuse('sex') : sex
}

/**
 * Reads the text of a citizen card's QR code: seven values with `|` between them, the second empty
 * where there was no old card; an eighth value is tolerated and left unread. It proves nothing: anybody
 * can print such a code.
 *
 * @throws ParseError `identity.card-qr` with the field in `path`; `identity.card-qr-typed` when a Vietnamese
 *   input method changed what the scanner typed
 */
export function parseCitizenCard(text: string): CitizenCard {
  if (typedThroughInputMethod(text)) throw new ParseError(errorCatalogue, 'identity.card-qr-typed')
  const [number = '', oldNumber = '', name = '', birth, sex, residence = '', issued, ...more] = text
    .replace(/[\r\n]+$/, '')
    .split('|')
  if (!/^\d{12}$/.test(number)) refuse('number')
  if (!/^(\d{9}|\d{12})?$/.test(oldNumber)) refuse('oldNumber')
  if (name.trim() === '' || name.includes('\uFFFD')) refuse('fullName')
  if (more.length > 1) refuse('fields')
  return {
    number,
    ...(oldNumber === '' ? {} : { oldNumber }),
    fullName: name.normalize('NFC').trim(),
    birthDate: dayOf(birth, 'birthDate'),
    sex: sexOf(sex),
    permanentResidence: residence.normalize('NFC').trim(),
    issuedOn: dayOf(issued, 'issuedOn'),
  }
}
