import {
  ageOn,
  civilDateAt,
  earliestDay,
  type Issue,
  issue,
  latestDay,
  type Path,
  parseInstant,
} from '@tiemchung/core'
import { errorCatalogue } from '../../errors.js'
import type { DoseRecord } from '../dose-record.js'
import type { CompletenessPolicy, CompletenessRule } from './policy.js'

/** Millilitres of one dose by product id, as the eligibility policy sets them: `{ 'comirnaty-10': '0.2' }`. */
export type Volumes = Readonly<Record<string, string>>

/** Whether a record is complete, and what is missing. */
export interface Completeness {
  readonly complete: boolean
  readonly issues: readonly Issue[]
}

type Found = readonly Issue[]
type Context = { readonly policy: CompletenessPolicy; readonly volumes: Volumes }

const found = (code: keyof typeof errorCatalogue, path: Path, params = {}): Issue =>
  issue(errorCatalogue, code, { path, params })

/** Decimal texts of the same number: `0.20` and `0.2`. */
const sameVolume = (left: string, right: string): boolean => Number(left) === Number(right)

function guardian({ person, dose }: DoseRecord, { policy }: Context): Found {
  const youngest = ageOn(latestDay(person.birthDate), dose.date)
  const missing = youngest < policy.guardianBelow && person.guardian === undefined
  return missing ? [found('completeness.no-guardian', ['person', 'guardian'])] : []
}

function volume({ dose }: DoseRecord, { volumes }: Context): Found {
  const wanted = Object.hasOwn(volumes, dose.product) ? volumes[dose.product] : undefined
  if (wanted === undefined) return [found('completeness.volume-unknown', ['dose', 'product'])]
  if (sameVolume(wanted, dose.volumeMl)) return []
  return [found('completeness.volume', ['dose', 'volumeMl'], { volume: wanted })]
}

function dates({ person, dose, priorDoses, consent, enteredAt }: DoseRecord): Found {
  const late = priorDoses.findIndex((prior) => prior.date >= dose.date)
  const rules: readonly (readonly [boolean, keyof typeof errorCatalogue, Path])[] = [
    [
      earliestDay(person.birthDate) > dose.date,
      'completeness.date.before-birth',
      ['person', 'birthDate'],
    ],
    [
      dose.date > civilDateAt(parseInstant(enteredAt)),
      'completeness.date.after-entry',
      ['dose', 'date'],
    ],
    [
      civilDateAt(parseInstant(dose.givenAt)) !== dose.date,
      'completeness.date.given-at',
      ['dose', 'givenAt'],
    ],
    [late >= 0, 'completeness.date.prior-dose', ['priorDoses', late, 'date']],
    [
      consent.state !== 'none' && consent.date > dose.date,
      'completeness.date.consent',
      ['consent', 'date'],
    ],
  ]
  return rules.filter(([broken]) => broken).map(([, code, path]) => found(code, path))
}

/** The earlier doses are exactly those numbered from 1 to the one before, each once, in any order. */
function doseNumber({ dose, priorDoses }: DoseRecord): Found {
  const numbers = priorDoses.map(({ number }) => number).sort((left, right) => left - right)
  const follows =
    dose.number === numbers.length + 1 && numbers.every((number, index) => number === index + 1)
  return follows ? [] : [found('completeness.dose-number', ['dose', 'number'])]
}

const checks: Readonly<Record<CompletenessRule, (record: DoseRecord, context: Context) => Found>> =
  {
    'guardian-for-child': guardian,
    'consent-agreed': ({ consent }) =>
      consent.state === 'agreed' ? [] : [found('completeness.no-consent', ['consent'])],
    'screening-answered': ({ screening }) =>
      Object.values(screening).includes('unknown')
        ? [found('completeness.screening', ['screening'])]
        : [],
    'volume-as-policy': volume,
    'dates-in-order': dates,
    'dose-number-follows': doseNumber,
  }

/** The value at a path of member names. */
function valueAt(record: DoseRecord, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null
        ? (value as Readonly<Record<string, unknown>>)[name]
        : undefined,
    record,
  )
}

function missing(record: DoseRecord, { mandatory }: CompletenessPolicy): Found {
  const absent: readonly unknown[] = [undefined, null, '', 'unknown']
  return mandatory
    .map(({ field }) => field.split('.'))
    .filter((path) => absent.includes(valueAt(record, path)))
    .map((path) => found('completeness.missing', path))
}

/**
 * Whether a record that fits its schema is complete under a policy, and what is missing. It does not
 * say that the record is true, nor that its identity matched.
 *
 * `volumes` are those of the eligibility policy in force on the day of the dose: 2 ml for 0.2 ml is
 * refused, and so is a product for which no volume is given.
 *
 * @example
 * ```ts
 * import { completenessPolicy1815, type DoseRecord, judgeCompleteness } from '@tiemchung/schemas'
 * declare const record: DoseRecord
 * const { complete, issues } = judgeCompleteness(record, completenessPolicy1815, {
 *   'comirnaty-10': '0.2',
 * })
 * const sentences = issues.map((one) => one.message.vi)
 * ```
 */
export function judgeCompleteness(
  record: DoseRecord,
  policy: CompletenessPolicy,
  volumes: Volumes,
): Completeness {
  const context = { policy, volumes }
  const issues = [
    ...missing(record, policy),
    ...policy.rules.flatMap(({ rule }) => checks[rule](record, context)),
  ]
  return { complete: issues.length === 0, issues }
}
