/** The rules over several fields that policies ask for by name. */
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
import { completenessErrors } from '../../errors/completeness.js'
import type { DoseRecord } from '../dose-record.js'
import type { RecordDraft } from './draft.js'
import { identitySettled } from '../identity-evidence.js'
import { concludeScreening, screeningConclusions, screeningItems } from '../screening.js'
import type { CompletenessPolicy, CompletenessRule } from './policy.js'

/** Millilitres of one dose by product id, as the eligibility policy sets them: `{ 'comirnaty-10': '0.2' }`. */
export type Volumes = Readonly<Record<string, string | undefined>>

/** What rules are judged by beside the record. */
export interface RuleContext {
  readonly policy: CompletenessPolicy
  readonly volumes: Volumes
}

type Code = keyof typeof completenessErrors
type Found = readonly Issue[]
type Rule = (record: DoseRecord, context: RuleContext) => Found

/** One issue of completeness. */
export const found = (code: Code, path: Path, params = {}): Issue =>
  issue(completenessErrors, code, { path, params })

type Row = readonly [broken: boolean, code: Code, path: Path]
const broken = (rows: readonly Row[]): Found =>
  rows.filter(([is]) => is).map(([, code, path]) => found(code, path))

const dayOfEntry = ({ enteredAt }: DoseRecord) => civilDateAt(parseInstant(enteredAt))

function birthDate(record: DoseRecord, { policy }: RuleContext): Found {
  const path = ['person', 'birthDate']
  const [earliest, entry] = [earliestDay(record.person.birthDate), dayOfEntry(record)]
  const future = earliest > entry
  const youngest = ageOn(latestDay(record.person.birthDate), entry)
  return broken([
    [future, 'completeness.birth-date.future', path],
    [youngest > policy.oldestAge, 'completeness.birth-date.too-old', path],
    [!future && earliest > record.dose.date, 'completeness.date.before-birth', path],
  ])
}

/** Days only: the clock of who vaccinates and the clock of who enters differ by minutes. */
function dates(record: DoseRecord): Found {
  const { dose, priorDoses = [] } = record
  const late = priorDoses.findIndex(
    (prior) =>
      prior.date >= dose.date ||
      priorDoses.some((other) => other.number < prior.number && other.date >= prior.date),
  )
  const given = civilDateAt(parseInstant(dose.givenAt))
  return broken([
    [dose.date > dayOfEntry(record), 'completeness.date.after-entry', ['dose', 'date']],
    [given !== dose.date, 'completeness.date.given-at', ['dose', 'givenAt']],
    [late >= 0, 'completeness.date.prior-dose', ['priorDoses', late, 'date']],
  ])
}

/** The earlier doses are exactly those numbered from 1 to the one before, each once, in any order. */
function doseNumber({ dose, priorDoses }: DoseRecord): Found {
  const numbers = priorDoses.map(({ number }) => number).sort((left, right) => left - right)
  const follows =
    dose.number === numbers.length + 1 && numbers.every((number, index) => number === index + 1)
  return follows ? [] : [found('completeness.dose-number', ['dose', 'number'])]
}

function guardian({ person, dose }: DoseRecord, { policy }: RuleContext): Found {
  const youngest = ageOn(latestDay(person.birthDate), dose.date)
  const missing = youngest < policy.guardianBelow && person.guardian === undefined
  return missing ? [found('completeness.no-guardian', ['person', 'guardian'])] : []
}

function consent(record: Partial<Pick<DoseRecord, 'consent'>> & Pick<DoseRecord, 'dose'>): Found {
  const given = record.consent
  return broken([
    [given?.state !== 'agreed', 'completeness.no-consent', ['consent']],
    [
      given !== undefined && given.state !== 'none' && given.date > record.dose.date,
      'completeness.date.consent',
      ['consent', 'date'],
    ],
  ])
}

function screening({ screening: answers }: Partial<Pick<DoseRecord, 'screening'>>): Found {
  const open = screeningItems.some((item) => (answers?.[item] ?? 'unknown') === 'unknown')
  return open ? [found('completeness.screening', ['screening'])] : []
}

/** Whoever screens may be stricter than the answers; a milder conclusion contradicts them. */
function conclusion({ screening: answers, examination }: DoseRecord): Found {
  const implied = concludeScreening(answers)
  if (examination?.conclusion === undefined || implied === 'incomplete') return []
  const milder =
    screeningConclusions.indexOf(examination.conclusion) < screeningConclusions.indexOf(implied)
  return milder ? [found('completeness.conclusion', ['examination', 'conclusion'])] : []
}

function volume({ dose }: DoseRecord, { volumes }: RuleContext): Found {
  const wanted = Object.hasOwn(volumes, dose.product) ? volumes[dose.product] : undefined
  if (wanted === undefined) return [found('completeness.volume-unknown', ['dose', 'product'])]
  // Decimal texts of the same number: 0.20 and 0.2.
  if (Number(wanted) === Number(dose.volumeMl)) return []
  return [found('completeness.volume', ['dose', 'volumeMl'], { volume: wanted })]
}

/** A lot may be used on its last day. */
function lot({ dose }: DoseRecord): Found {
  const expired = dose.expiryDate !== undefined && dose.expiryDate < dose.date
  return expired ? [found('completeness.lot-expired', ['dose', 'expiryDate'])] : []
}

function number({ person }: DoseRecord): Found {
  const none = person.identityDocument.kind === 'none'
  return none ? [found('completeness.no-number', ['person', 'identityDocument'])] : []
}

/** Evidence that settles the identity must also be about such a person (8938/BYT-DP, 9438/BYT-CNTT). */
function identity({ identity: evidence, person }: Pick<RecordDraft, 'identity' | 'person'>): Found {
  if (evidence === undefined || !identitySettled(evidence)) {
    return [found('completeness.identity', ['identity'])]
  }
  const { identityDocument: document, nationality } = person ?? {}
  const foreigner =
    document?.kind === 'passport' && nationality !== undefined && nationality !== 'VN'
  const numbered = document !== undefined && document.kind !== 'none'
  const fits = evidence.status === 'matched' ? numbered : foreigner
  return fits ? [] : [found('completeness.evidence', ['identity'])]
}

function product({ dose }: DoseRecord, { policy }: RuleContext): Found {
  const known = policy.certifiable.includes(dose.product)
  return known ? [] : [found('completeness.product', ['dose', 'product'])]
}

/** Rule → the fields without which it cannot be judged, and its check, which is asked only when all are there. */
export const rules: Readonly<
  Record<CompletenessRule, { readonly needs: readonly string[]; readonly check: Rule }>
> = {
  'birth-date-plausible': {
    needs: ['person.birthDate', 'dose.date', 'enteredAt'],
    check: birthDate,
  },
  'dates-in-order': { needs: ['dose.date', 'dose.givenAt', 'enteredAt'], check: dates },
  'dose-number-follows': { needs: ['dose.number', 'priorDoses'], check: doseNumber },
  'number-known': { needs: ['person.identityDocument'], check: number },
  'guardian-for-child': { needs: ['person.birthDate', 'dose.date'], check: guardian },
  'consent-agreed': { needs: ['dose.date'], check: consent },
  'screening-answered': { needs: [], check: screening },
  'conclusion-not-milder': { needs: ['screening'], check: conclusion },
  'volume-as-policy': { needs: ['dose.product', 'dose.volumeMl'], check: volume },
  'lot-not-expired': { needs: ['dose.date'], check: lot },
  'identity-settled': { needs: ['identity'], check: identity },
  'product-certifiable': { needs: ['dose.product'], check: product },
}
