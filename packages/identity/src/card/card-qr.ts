import {
  type CivilDate,
  exactDay,
  type Issue,
  legacyEncodingOf,
  ParseError,
  parsePartialDate,
  typedThroughInputMethod,
} from '@tiemchung/core'
import { readBirthDate, readSex } from '@tiemchung/schemas/codes'
import { cardErrors } from '../errors/card-errors.js'
import { checkPersonalNumber, parsePersonalNumber } from '../number/personal-number.js'
import { type CardRepair, isStrayed, isWithoutMarks, repairScan } from './repair-scan.js'

export type { CardRepair } from './repair-scan.js'

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
  /** What a scanner or keyboard had broken and was undone; empty when the text came as it was printed. */
  readonly repaired: readonly CardRepair[]
}

function refuse(field: string): never {
  throw new ParseError(cardErrors, 'identity.card-qr', { path: [field] })
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

/** A name as only a misreading has it: marks of old fonts, or a capital where `Hà` lost half of its à. */
const isMisread = (name: string): boolean =>
  legacyEncodingOf(name) !== undefined ||
  (/\p{Ll}/u.test(name) && /\p{L}[ÃĂ](?!\p{Lu})/u.test(name))

/** @throws ParseError `identity.card-qr-encoding` with the field in `path` */
function mustBeSound(texts: Readonly<Record<'fullName' | 'sex' | 'permanentResidence', string>>) {
  const bad = (field: string): never => {
    throw new ParseError(cardErrors, 'identity.card-qr-encoding', { path: [field] })
  }
  for (const [field, text] of Object.entries(texts)) if (isStrayed(text)) bad(field)
  const { fullName, permanentResidence } = texts
  if (isMisread(fullName) || isWithoutMarks(fullName + permanentResidence)) bad('fullName')
}

/** The seven values, and perhaps an eighth. @throws ParseError `identity.card-qr-fields` */
function fieldsOf(text: string): readonly string[] {
  const fields = text.split('|')
  if (fields.length === 7 || fields.length === 8) return fields.map((one) => one.normalize('NFC'))
  const params = { fields: fields.length }
  throw new ParseError(cardErrors, 'identity.card-qr-fields', { params })
}

/**
 * Reads the text of a citizen card's QR code: seven values with `|` between them, the second empty
 * where there was no old card; an eighth value is tolerated and left unread.
 *
 * What a scanner or keyboard broke is repaired only when there is one way back, and `repaired` says so. A text
 * in another encoding, or without its marks, is refused. What leaves no trace in name, sex and residence cannot be seen: a
 * Windows-1252 scanner that writes `Tu` for `Tư` and finds no letter that it has to replace. It proves
 * nothing either: anybody can print such a code.
 *
 * @throws ParseError `identity.card-qr-fields` with their count; `identity.card-qr` or
 *   `identity.card-qr-encoding` with the field in `path`; `identity.card-qr-typed` when a Vietnamese input
 *   method changed what the scanner typed
 */
export function parseCitizenCard(scanned: string): CitizenCard {
  const { text, repaired } = repairScan(scanned.replace(/^[\r\n]+|[\r\n]+$/g, ''))
  if (typedThroughInputMethod(text)) throw new ParseError(cardErrors, 'identity.card-qr-typed')
  const [number = '', oldNumber = '', name = '', birth, sex = '', residence = '', issued] =
    fieldsOf(text)
  const fullName = name.trim()
  const permanentResidence = residence.trim()
  if (!/^\d{12}$/.test(number)) refuse('number')
  if (!/^(\d{9}|\d{12})?$/.test(oldNumber)) refuse('oldNumber')
  if (fullName === '') refuse('fullName')
  mustBeSound({ fullName, sex, permanentResidence })
  return {
    number,
    ...(oldNumber === '' ? {} : { oldNumber }),
    fullName,
    birthDate: dayOf(birth, 'birthDate'),
    sex: sexOf(sex),
    permanentResidence,
    issuedOn: dayOf(issued, 'issuedOn'),
    repaired,
  }
}

const fieldsOfCard = { number: ['number'], birthDate: ['birthDate'], sex: ['sex'] } as const

/** Warnings where a card's number contradicts what else it says, as `checkPersonalNumber` gives them. */
export function checkCitizenCard({ number, birthDate, sex }: CitizenCard): readonly Issue[] {
  const claims = { birthDate: parsePartialDate(birthDate), sex }
  return checkPersonalNumber(parsePersonalNumber(number), claims, fieldsOfCard)
}
