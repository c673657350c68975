/** Answers of the population database, with the wrapper of the provincial hubs around them. */
import { HttpError, isPartialDate, type PartialDate } from '@tiemchung/core'
import { ndxpErrors } from '../../errors/ndxp-errors.js'
import { verificationErrors } from '../../errors/verification-errors.js'
import type { IdentityFacts } from '../../match/match-person.js'
import type { NdxpEnvelope } from './envelope.js'

/**
 * The codes of a connection's contract. No text publishes them, so none is a default: what is not named
 * here is an unknown code, and an error.
 */
export interface NdxpCodes {
  /** The person was found and their data follow. */
  readonly found: readonly string[]
  readonly notFound: readonly string[]
  /** The token has expired, though the status is good. */
  readonly tokenExpired: readonly string[]
  /** How the service says sex. Without it sex is unknown, and nobody matches. */
  readonly sex?: { readonly male: readonly string[]; readonly female: readonly string[] }
}

/** What the register has of somebody, as far as an answer goes. */
export type NdxpFacts = Omit<IdentityFacts, 'birthDate'> & { readonly birthDate?: PartialDate }

/** What an answer says, before anybody is compared. */
export type NdxpAnswer =
  | { readonly kind: 'token-expired' | 'not-found' }
  | { readonly kind: 'found'; readonly facts: NdxpFacts }

type Loose = Readonly<Record<string, unknown>>

const object = (value: unknown): Loose | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Loose)
    : undefined

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

const misshapen = (member: string): HttpError =>
  new HttpError(ndxpErrors, 'identity.ndxp.answer', { path: [member] })

/** Codes come as numbers from some hubs and as texts from others. */
const codeOf = (value: unknown): string | undefined =>
  typeof value === 'number' ? String(value) : text(value)

/** Every code of an answer: the hub's own, and that of the service inside. */
function codesOf(outer: Loose, inner: Loose): readonly string[] {
  const given = [outer['code'], outer['error_code'], inner['code'], inner['error_code']]
  return given.flatMap((one) => codeOf(one) ?? [])
}

/** `{Ho, ChuDem, Ten}` as one name. */
function nameOf(value: unknown): string {
  const parts = object(value)
  const [family, middle, given] = ['Ho', 'ChuDem', 'Ten'].map((part) => text(parts?.[part]))
  // Some have no middle name, and some write everything into the given name.
  if (given === undefined) throw misshapen('HoVaTen')
  return [family, middle, given]
    .filter((part) => part !== undefined)
    .join(' ')
    .normalize('NFC')
}

function sexOf(value: unknown, sex: NdxpCodes['sex']): IdentityFacts['sex'] {
  const code = codeOf(value)
  if (code === undefined || sex === undefined) return 'unknown'
  if (sex.male.includes(code)) return 'male'
  return sex.female.includes(code) ? 'female' : 'unknown'
}

/** A birth date, or undefined where the answer has none. One that is none is an error. */
function birthDateOf(value: unknown): PartialDate | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string' && isPartialDate(value)) return value
  throw misshapen('NgayThangNamSinh')
}

/** The registered facts; what the answer leaves out stays open. */
function factsOf(data: Loose, { sex }: NdxpCodes): NdxpFacts {
  const number = text(data['SoDinhDanh'])
  if (number === undefined) throw misshapen('SoDinhDanh')
  const old = text(data['SoCMND'])
  const birthDate = birthDateOf(data['NgayThangNamSinh'])
  return {
    number,
    ...(old === undefined ? {} : { otherNumbers: [old] }),
    fullName: nameOf(data['HoVaTen']),
    ...(birthDate === undefined ? {} : { birthDate }),
    sex: sexOf(data['GioiTinh'], sex),
  }
}

/** The person of an answer; two are as wrong as none. @throws HttpError `identity.ndxp.count` */
function personOf(value: unknown): Loose | undefined {
  if (value === undefined || value === null) return undefined
  const list: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (list.length !== 1) throw new HttpError(ndxpErrors, 'identity.ndxp.count')
  const person = object(list[0])
  if (person === undefined) throw misshapen('data')
  return Object.keys(person).length === 0 ? undefined : person
}

/**
 * An answer to the question about some numbers.
 *
 * @throws HttpError `identity.ndxp.unknown-code` for a code that the contract does not name, and where
 *   there is none; `identity.ndxp.answer` for a member that is not as it should be; `identity.ndxp.count`
 *   for two persons; `identity.ndxp.other-person` and `identity.verification.foreign-answer` for an answer
 *   to something else
 */
export function readNdxpAnswer(
  body: unknown,
  asked: Pick<NdxpEnvelope, 'MaYeuCau' | 'SoDinhDanh' | 'SoCMND'>,
  codes: NdxpCodes,
): NdxpAnswer {
  const outer = object(body) ?? {}
  const inner = object(outer['response']) ?? outer
  const given = codesOf(outer, inner)
  if (given.some((code) => codes.tokenExpired.includes(code))) return { kind: 'token-expired' }
  const known = [...codes.found, ...codes.notFound]
  if (given.length === 0 || !given.every((code) => known.includes(code))) {
    throw new HttpError(ndxpErrors, 'identity.ndxp.unknown-code')
  }
  const echo = text(inner['MaYeuCau']) ?? asked.MaYeuCau
  if (echo !== asked.MaYeuCau) {
    throw new HttpError(verificationErrors, 'identity.verification.foreign-answer')
  }
  const person = personOf(inner['data'])
  const isFound = given.every((code) => codes.found.includes(code))
  if (isFound !== (person !== undefined)) throw misshapen('data')
  if (person === undefined) return { kind: 'not-found' }
  const byOld = asked.SoCMND !== undefined && person['SoCMND'] === asked.SoCMND
  if (person['SoDinhDanh'] !== asked.SoDinhDanh && !byOld) {
    throw new HttpError(ndxpErrors, 'identity.ndxp.other-person')
  }
  return { kind: 'found', facts: factsOf(person, codes) }
}
