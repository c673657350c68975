/** What was not signed, and why. */
import {
  type Catalogue,
  errorCatalogue as core,
  type Language,
  sentencesFor,
} from '@tiemchung/core'
import { errorCatalogue as schemas } from '@tiemchung/schemas'
import { errorCatalogue as signing, type UnsignedDayRecord } from '@tiemchung/signing'
import { errorCatalogue as own } from '../../errors.js'

const catalogue: Catalogue = { ...core, ...schemas, ...signing, ...own }

/** A record that was not signed, with sentences. */
export interface SaidRecord extends UnsignedDayRecord {
  readonly says: string
  readonly todo: string
}

/** What a reason says: a code, and behind a blank the place that it is about. */
function sentence(reason: string, language: Language): string {
  const [code = '', place] = reason.split(' ')
  const entry = catalogue[code]
  const says = entry === undefined ? code : sentencesFor(entry)[language]
  return place === undefined ? says : `${place}: ${says}`
}

/** Sentences for a record that was not signed. */
export function said(one: UnsignedDayRecord, language: Language): SaidRecord {
  return {
    ...one,
    says: [one.code, ...(one.reasons ?? [])].map((code) => sentence(code, language)).join(' '),
    todo: catalogue[one.code]?.todo[language] ?? '',
  }
}

/** One line for a record. */
export function lineOf({ recordId, code, reasons = [], says, todo }: SaidRecord): string {
  return `${recordId === '' ? '-' : recordId} ${says} ${todo} [${[code, ...reasons].join(', ')}]`
}

/** Refused before anybody was asked: somebody has to see to the record, and signing again does not help. */
export const isRefusal = ({ code }: UnsignedDayRecord): boolean =>
  code.startsWith('signing.day.') || code === 'input.json-canonical'
