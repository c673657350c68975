import { canonicalJson, errorsOf, type Issue, ParseError } from '@tiemchung/core'
import type { DoseRecord } from '@tiemchung/schemas'
import {
  type Bundle,
  type FhirProfile,
  issuesFromOutcome,
  outcomeFromIssues,
  recordFromFhir,
  recordToFhir,
} from '@tiemchung/schemas/fhir'
import { corpus, marks } from '../corpus.js'
import { attemptNow, mustKeepSilent } from '../judge.js'
import { knownCodes } from '../known-codes.js'
import { must, type Outcome, refused, value } from '../long-run.js'
import { mutateJson } from '../mutate-json.js'
import type { Random } from '../random.js'
import { family, type Kind, type Kinds } from './family.js'

const profiles: readonly FhirProfile['id'][] = ['base-r4', 'ips', 'vn-core']
const types: readonly Bundle['type'][] = ['transaction', 'collection', 'document']
const seeds = (): readonly DoseRecord[] => corpus().signing.sealed.map(({ record }) => record)

function checkIssues(issues: readonly Issue[]): void {
  for (const one of issues) must(knownCodes.has(one.code), `issue ${one.code} is in no catalogue`)
  mustKeepSilent(issues, marks)
}

/** What was read can be written again, and is the same when it comes back. */
function mustComeBack(random: Random, record: DoseRecord): void {
  const { bundle, lost } = recordToFhir(record, { profile: random.pick(profiles) })
  const again = recordFromFhir(JSON.parse(JSON.stringify(bundle)))
  checkIssues(again.issues)
  must(again.record !== undefined, 'a record that was read cannot be read again')
  const [first, second] = [record, again.record].map((one) => attemptNow(() => canonicalJson(one)))
  // Half of a surrogate pair has no canonical form: the record's schema lets it through.
  if (first === undefined || second === undefined || 'error' in first || 'error' in second) return
  must(lost.length > 0 || first.answer === second.answer, 'a record came back changed')
}

/** A bundle after some changes: issues or a record, and never both or neither. */
const bundles: Kind = (random): Outcome => {
  const record = random.pick(seeds())
  const options = {
    profile: random.pick(profiles),
    bundle: random.pick(types),
    ownExtensions: random.chance(0.9),
  }
  const { bundle } = recordToFhir(record, options)
  const read = recordFromFhir(mutateJson(random, JSON.parse(JSON.stringify(bundle))))
  checkIssues(read.issues)
  const sound = errorsOf(read.issues).length === 0
  must(sound === (read.record !== undefined), 'a record beside errors, or none without')
  if (read.record === undefined) return refused
  if (random.chance(0.2)) mustComeBack(random, read.record)
  return value
}

/** An OperationOutcome after some changes: issues under codes, without anybody's words. */
const outcomes: Kind = (random): Outcome => {
  const { issues } = recordFromFhir({ resourceType: 'Bundle', type: 'collection' })
  const outcome = {
    ...outcomeFromIssues(issues),
    issue: [
      ...outcomeFromIssues(issues).issue,
      { severity: 'error', code: 'value', diagnostics: marks.join(' '), expression: ['Patient'] },
    ],
  }
  const tried = attemptNow(() => issuesFromOutcome(mutateJson(random, outcome)))
  if ('error' in tried) {
    must(tried.error instanceof ParseError, `an outcome refused by a ${tried.error.name}`)
    return refused
  }
  mustKeepSilent(tried.answer, marks)
  return value
}

const kinds: Kinds = [
  [85, bundles],
  [15, outcomes],
]

/** FHIR as other systems send it. */
export const fhir = family(
  'fhir',
  'FHIR bundles and outcomes: issues or a record, and nobody told in an issue',
  () => kinds,
)
