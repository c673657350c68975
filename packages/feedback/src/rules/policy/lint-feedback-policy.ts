import {
  errorCatalogue as coreCatalogue,
  type Issue,
  issue,
  lintPolicyHead,
  ParseError,
  type Path,
} from '@tiemchung/core'
import {
  feedbackStateSchema,
  feedbackTypeSchema,
  handlerSchema,
  rejectionReasonSchema,
} from '@tiemchung/schemas'
import { errorCatalogue } from '../../errors.js'
import type { FeedbackPolicy } from './feedback-policy.js'

const levels: readonly unknown[] = handlerSchema.shape.level.options
const places: readonly unknown[] = ['facility', 'commune', 'district', 'province', 'always']
const confidences: readonly unknown[] = ['text', 'secondary', 'inferred']
const largestFile = 64 * 1024 * 1024

type Loose = Readonly<Record<string, unknown>>
type Fault = readonly [path: Path, wrong: boolean]

const objectOf = (value: unknown): Loose =>
  typeof value === 'object' && value !== null ? (value as Loose) : {}
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const isNumber = (value: unknown, least: number, most: number): boolean =>
  typeof value === 'number' && Number.isFinite(value) && value >= least && value <= most

const isListOf = (value: unknown, words: readonly unknown[], least = 0): boolean =>
  Array.isArray(value) && value.length >= least && value.every((one) => words.includes(one))

function isSentences(value: unknown): boolean {
  const { vi, en } = objectOf(value)
  return [vi, en].every((text) => typeof text === 'string' && text !== '')
}

function clockFaults(value: unknown): readonly Fault[] {
  const { hours, warnHours, laterMeets, pausedIn, escalations } = objectOf(value)
  const steps = listOf(escalations).map(objectOf)
  return [
    [['clock', 'hours'], !isNumber(hours, 1, 8760)],
    [['clock', 'warnHours'], !isNumber(warnHours, 0, Number(hours))],
    [['clock', 'laterMeets'], typeof laterMeets !== 'boolean'],
    [['clock', 'pausedIn'], !isListOf(pausedIn, feedbackStateSchema.options)],
    [['clock', 'escalations'], !Array.isArray(escalations)],
    ...steps.map(({ afterHours, to }, index): Fault => {
      const before = index === 0 ? 0 : Number(steps[index - 1]?.['afterHours'])
      const wrong = !isNumber(afterHours, before, 8760) || !levels.includes(to)
      return [['clock', 'escalations', index], wrong]
    }),
  ]
}

/** Ids of what a document rests on. */
function groundsOf(document: Loose): readonly unknown[] {
  const named = [...listOf(document['sources']), ...listOf(document['assumptions'])]
  return named.map((one) => objectOf(one)['id'])
}

function routeFaults(document: Loose): readonly Fault[] {
  const { routes } = document
  const grounds = groundsOf(document)
  const rows = listOf(routes).map(objectOf)
  const types = feedbackTypeSchema.options
  const last = rows.at(-1)
  return [
    // Whatever fits no other row must have one: nothing waits unseen.
    [['routes'], last?.['when'] !== 'always' || last['types'] !== undefined],
    ...rows.flatMap((row, index): readonly Fault[] => [
      [['routes', index, 'when'], !places.includes(row['when'])],
      [['routes', index, 'types'], row['types'] !== undefined && !isListOf(row['types'], types, 1)],
      [['routes', index, 'to'], !levels.includes(row['to'])],
      [['routes', index, 'openTo'], !isListOf(row['openTo'], levels)],
      [['routes', index, 'cite'], !isListOf(row['cite'], grounds, 1)],
      [['routes', index, 'confidence'], !confidences.includes(row['confidence'])],
    ]),
  ]
}

function passOnFaults(value: unknown): readonly Fault[] {
  const table = objectOf(value)
  const known = Object.keys(table).every((level) => levels.includes(level))
  return [
    [['passOn'], !known],
    ...levels.map((level): Fault => {
      return [['passOn', String(level)], !isListOf(table[String(level)], levels)]
    }),
  ]
}

function evidenceFaults(value: unknown): readonly Fault[] {
  const { mediaTypes, largest, most } = objectOf(value)
  const kinds = ['image/jpeg', 'image/png', 'application/pdf']
  return [
    [['evidence', 'mediaTypes'], !isListOf(mediaTypes, kinds, 1)],
    [['evidence', 'largest'], !isNumber(largest, 1, largestFile)],
    [['evidence', 'most'], !isNumber(most, 0, 100)],
  ]
}

function rejectionFaults(value: unknown): readonly Fault[] {
  const rows = listOf(value).map(objectOf)
  const reasons = rows.map((row) => row['reason'])
  const known: readonly unknown[] = rejectionReasonSchema.options
  return [
    [['rejections'], rows.length === 0],
    ...rows.flatMap(({ reason, says, bring }, index): readonly Fault[] => [
      [
        ['rejections', index, 'reason'],
        !known.includes(reason) || reasons.indexOf(reason) !== index,
      ],
      [['rejections', index, 'says'], !isSentences(says)],
      [['rejections', index, 'bring'], !isSentences(bring)],
    ]),
  ]
}

/** Everything that is wrong with a feedback policy; empty when it can be used. */
export function lintFeedbackPolicy(document: unknown): readonly Issue[] {
  const body = objectOf(document)
  const faults = [
    ...clockFaults(body['clock']),
    ...routeFaults(body),
    ...passOnFaults(body['passOn']),
    ...evidenceFaults(body['evidence']),
    ...rejectionFaults(body['rejections']),
  ]
  return [
    ...lintPolicyHead(document, 'feedback-policy/1'),
    ...faults
      .filter(([, wrong]) => wrong)
      .map(([path]) => issue(coreCatalogue, 'policy.field', { path })),
  ]
}

/**
 * The feedback policy that a document holds.
 *
 * @throws ParseError `feedback.policy`, with an issue for each field
 */
export function parseFeedbackPolicy(document: unknown): FeedbackPolicy {
  const issues = lintFeedbackPolicy(document)
  if (issues.length > 0) throw new ParseError(errorCatalogue, 'feedback.policy', { issues })
  return document as FeedbackPolicy
}
