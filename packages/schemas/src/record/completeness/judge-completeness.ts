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

type Found = Issue | undefined
type Context = { readonly policy: CompletenessPolicy; readonly volumes: Volumes }

const found = (code: keyof typeof errorCatalogue, path: Path, params = {}): Issue =>
  issue(errorCatalogue, code, { path, params })

/** Decimal texts of the same number: `0.20` and `0.2`. */
const sameVolume = (left: string, right: string): boolean =>
  left.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '') ===
  right.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')

function guardian({ person, dose }: DoseRecord, { policy }: Context): Found {
  const youngest = ageOn(latestDay(person.birthDate), dose.date)
  const missing = youngest < policy.guardianBelow && person.guardian === undefined
  return missing ? found('completeness.no-guardian', ['person', 'guardian']) : undefined
}

function volume({ dose }: DoseRecord, { volumes }: Context): Found {
  const wanted = volumes[dose.product]
  if (wanted === undefined) return found('completeness.volume-unknown', ['dose', 'product'])
  if (sameVolume(wanted, dose.volumeMl)) return undefined
  return found('completeness.volume', ['dose', 'volumeMl'], { volume: wanted })
}

function dates({ person, dose, priorDoses, consent, enteredAt }: DoseRecord): Found {
  const ordered =
    earliestDay(person.birthDate) <= dose.date &&
    dose.date <= civilDateAt(parseInstant(enteredAt)) &&
    civilDateAt(parseInstant(dose.givenAt)) === dose.date &&
    priorDoses.every((prior) => prior.date < dose.date) &&
    (consent.state === 'none' || consent.date <= dose.date)
  return ordered ? undefined : found('completeness.dates', ['dose', 'date'])
}

function doseNumber({ dose, priorDoses }: DoseRecord): Found {
  const follows = priorDoses.every((prior) => prior.number < dose.number)
  return follows && dose.number === priorDoses.length + 1
    ? undefined
    : found('completeness.dose-number', ['dose', 'number'])
}

const checks: Readonly<Record<CompletenessRule, (record: DoseRecord, context: Context) => Found>> =
  {
    'guardian-for-child': guardian,
    'consent-agreed': ({ consent }) =>
      consent.state === 'agreed' ? undefined : found('completeness.no-consent', ['consent']),
    'screening-answered': ({ screening }) =>
      Object.values(screening).includes('unknown')
        ? found('completeness.screening', ['screening'])
        : undefined,
    'volume-as-policy': volume,
    'dates-in-order': dates,
    'dose-number-follows': doseNumber,
  }

/**
 * Whether a record that fits its schema is complete under a policy, and what is missing. It does not
 * say that the record is true, nor that its identity matched.
 */
export function judgeCompleteness(
  record: DoseRecord,
  policy: CompletenessPolicy,
  volumes: Volumes,
): Completeness {
  const issues = policy.rules
    .map(({ rule }) => checks[rule](record, { policy, volumes }))
    .filter((one): one is Issue => one !== undefined)
  return { complete: issues.length === 0, issues }
}
