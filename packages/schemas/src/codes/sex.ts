import { InputError, ParseError } from '@tiemchung/core'
import { codeErrors } from '../errors/codes.js'
import type { Sex } from '../person/person.js'

/**
 * Systems that write sex in a code of their own: the platform's Excel template (0 male, 1 female), the
 * portal (1, 2), the social-insurance service (1, 2; 3 other), the QR code of the citizen card (Nam, Nữ),
 * FHIR (male, female; other, unknown).
 */
export type SexSystem =
  | 'platform-template'
  | 'portal'
  | 'social-insurance'
  | 'citizen-card'
  | 'fhir'

type Codes = Readonly<Partial<Record<Sex, string>>>

/** What each system writes. A sex that is not here has no code there. */
const written: Readonly<Record<SexSystem, Codes>> = {
  'platform-template': { male: '0', female: '1' },
  portal: { male: '1', female: '2' },
  'social-insurance': { male: '1', female: '2' },
  'citizen-card': { male: 'Nam', female: 'Nữ' },
  fhir: { male: 'male', female: 'female', unknown: 'unknown' },
}

/** Codes that are read and never written: papers of Viet Nam state no other sex, so somebody has to ask. */
const alsoRead: Readonly<Partial<Record<SexSystem, string>>> = {
  'social-insurance': '3',
  fhir: 'other',
}

const sexes: readonly Sex[] = ['male', 'female', 'unknown']

/** The systems by name. */
export const sexSystems = /* @__PURE__ */ Object.keys(written) as readonly SexSystem[]

/**
 * The sex that a system's code means. The same 1 is female in one system and male in another: name the
 * right one. "Other" is read as `unknown`, which is not complete.
 *
 * @throws ParseError `codes.sex` when the system has no such code
 * @example
 * ```ts
 * import { readSex } from '@tiemchung/schemas/codes'
 * readSex('platform-template', '1') // => 'female'
 * readSex('portal', 1) // => 'male'
 * ```
 */
export function readSex(system: SexSystem, code: string | number): Sex {
  const codes: Codes | undefined = Object.hasOwn(written, system) ? written[system] : undefined
  // Codes come from files and servers: what is neither a text nor a number is no code.
  const text = typeof code === 'number' ? String(code) : code
  if (codes !== undefined && typeof text === 'string') {
    const word = text.normalize('NFC')
    const found = sexes.find((sex) => codes[sex] === word)
    if (found !== undefined) return found
    if (alsoRead[system] === word) return 'unknown'
  }
  // The name of a system that is none may be anything, a person's data too.
  const params = { system: codes === undefined ? '*' : system }
  throw new ParseError(codeErrors, 'codes.sex', { params })
}

/**
 * The code of a sex in a system; {@link readSex} reads it back.
 *
 * @throws InputError `codes.sex-unwritable` when the system has none, as most have none for `unknown`
 */
export function writeSex(system: SexSystem, sex: Sex): string {
  const code = written[system][sex]
  if (code === undefined) {
    throw new InputError(codeErrors, 'codes.sex-unwritable', { params: { system } })
  }
  return code
}
