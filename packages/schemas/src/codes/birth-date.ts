import {
  InputError,
  isPartialDate,
  ParseError,
  type PartialDate,
  partsOfDayNumber,
  toDayNumber,
  isCivilDate,
} from '@tiemchung/core'
import { codeErrors } from '../errors/codes.js'

/** How the social-insurance service writes a date: eight digits, and how much of them is known. */
export interface InsuranceDate {
  /** `yyyymmdd`; parts that are not known are written 01 and read as 01 or 00. */
  readonly date: string
  /** 0 the whole day, 1 the year only, 2 year and month. */
  readonly precision: 0 | 1 | 2
}

/** Systems that write birth dates in a form of their own → that form. */
export interface BirthDateCodes {
  /** The platform's Excel template: `dd/mm/yyyy`. */
  readonly 'platform-template': string
  /** The portal: milliseconds since 1970 of 07:00 in Viet Nam, which is the midnight, UTC, of the day. */
  readonly portal: number
  readonly 'social-insurance': InsuranceDate
  /** The QR code of the citizen card: `ddmmyyyy`. */
  readonly 'citizen-card': string
  /** The population database: `yyyy-mm-dd` or `yyyy`. */
  readonly 'population-database': string
  /** The EU certificate: `yyyy-mm-dd`, `yyyy-mm` or `yyyy`. */
  readonly certificate: string
  /** FHIR `date`: `yyyy-mm-dd`, `yyyy-mm` or `yyyy`. */
  readonly fhir: string
}

/** A system that writes birth dates in a form of its own. */
export type BirthDateSystem = keyof BirthDateCodes

/**
 * From what may be in the form to a text that may be a date, and from a date to the form; undefined where
 * there is no way.
 */
interface Form<Code> {
  readonly read: (code: unknown) => unknown
  readonly write: (date: PartialDate) => Code | undefined
}

const dayLength = 86_400_000
const pad = (value: number, length: number) => String(value).padStart(length, '0')

/** The parts of a date with what is not known as 01. */
function partsFilled(date: string): readonly [year: string, month: string, day: string] {
  return [date.slice(0, 4), date.slice(5, 7) || '01', date.slice(8, 10) || '01']
}

/** Day, month and year in digits with a sign between them, and only whole days. */
const dayFirst = (pattern: RegExp, between: string): Form<string> => ({
  read: (code) => {
    const match = typeof code === 'string' ? pattern.exec(code) : null
    return match === null ? undefined : `${match[3]}-${match[2]}-${match[1]}`
  },
  write: (date) => (isCivilDate(date) ? date.split('-').reverse().join(between) : undefined),
})

const iso: Form<string> = { read: (code) => code, write: (date) => date }

function readEpoch(code: unknown): string | undefined {
  if (typeof code !== 'number' || !Number.isSafeInteger(code / dayLength)) return undefined
  const { year, month, day } = partsOfDayNumber(code / dayLength)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

const unknownPart = new Set(['00', '01'])

function readInsurance(code: unknown): string | undefined {
  if (typeof code !== 'object' || code === null) return undefined
  const { date, precision } = code as Partial<InsuranceDate>
  if (typeof date !== 'string') return undefined
  const [, year, month = '', day = ''] = /^(\d{4})(\d\d)(\d\d)$/.exec(date) ?? []
  if (year === undefined) return undefined
  if (precision === 0) return `${year}-${month}-${day}`
  if (!unknownPart.has(day)) return undefined
  if (precision === 2) return `${year}-${month}`
  return precision === 1 && unknownPart.has(month) ? year : undefined
}

const precisionOfLength: Readonly<Record<number, InsuranceDate['precision']>> = {
  4: 1,
  7: 2,
  10: 0,
}

const forms: { readonly [System in BirthDateSystem]: Form<BirthDateCodes[System]> } = {
  'platform-template': dayFirst(/^(\d\d)\/(\d\d)\/(\d{4})$/, '/'),
  portal: {
    read: readEpoch,
    write: (date) => (isCivilDate(date) ? toDayNumber(date) * dayLength : undefined),
  },
  'social-insurance': {
    read: readInsurance,
    write: (date) => ({
      date: partsFilled(date).join(''),
      precision: precisionOfLength[date.length] ?? 0,
    }),
  },
  'citizen-card': dayFirst(/^(\d\d)(\d\d)(\d{4})$/, ''),
  'population-database': {
    read: (code) => (typeof code === 'string' && code.length !== 7 ? code : undefined),
    write: (date) => (date.length === 7 ? undefined : date),
  },
  certificate: iso,
  fhir: iso,
}

/** The systems by name. */
export const birthDateSystems = /* @__PURE__ */ Object.keys(forms) as readonly BirthDateSystem[]

/**
 * The birth date that a system's code means, as much of it as is known. No time zone of the host comes
 * into it.
 *
 * @throws ParseError `codes.birth-date` when the code is not of the system's form, or its day does not exist
 * @example
 * ```ts
 * import { readBirthDate } from '@tiemchung/schemas/codes'
 * readBirthDate('portal', 1433116800000) // => '2015-06-01'
 * readBirthDate('social-insurance', { date: '20150101', precision: 1 }) // => '2015'
 * ```
 */
export function readBirthDate<System extends BirthDateSystem>(
  system: System,
  code: BirthDateCodes[System],
): PartialDate {
  const date = forms[system].read(code)
  if (!isPartialDate(date)) {
    throw new ParseError(codeErrors, 'codes.birth-date', { params: { system } })
  }
  return date
}

/**
 * A birth date in a system's form; {@link readBirthDate} reads the same date back.
 *
 * @throws InputError `codes.birth-date-unwritable` when the form cannot say how little is known: only the
 *   social-insurance service, the EU certificate and FHIR can write a year and month, and the population
 *   database a year
 */
export function writeBirthDate<System extends BirthDateSystem>(
  system: System,
  date: PartialDate,
): BirthDateCodes[System] {
  const code = forms[system].write(date)
  if (code === undefined) {
    throw new InputError(codeErrors, 'codes.birth-date-unwritable', { params: { system } })
  }
  return code
}
