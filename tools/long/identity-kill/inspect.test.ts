import { expect, test } from 'vitest'
import type { VerificationResult } from '@tiemchung/identity'
import { type Findings, findingsOf, mustBeClean } from './inspect.js'
import { outcomeAt, questionAt } from './people.js'

const people = 200
const answers = Array.from({ length: people }, (_, index): VerificationResult => {
  const { id } = questionAt(index)
  return { id, outcome: outcomeAt(index), mismatched: [], at: '2022-05-20T01:00:00Z', source: 'x' }
})
const none = () => new Map<string, Set<string>>()
const twice = () => new Map([['a', new Set(['1', '2'])]])
const clean = { keys: none(), bodies: none(), answers: none() }
const swapped = [answers[1], answers[0], ...answers.slice(2)] as VerificationResult[]

test('answers that are all there and right are clean', () => {
  expect(() => mustBeClean(findingsOf(clean, answers, people))).not.toThrow()
})

test.each<[keyof Findings, number, Findings]>([
  ['lost', 1, findingsOf(clean, answers.slice(1).concat(answers.slice(1, 2)), people)],
  ['wrong', 2, findingsOf(clean, swapped, people)],
  ['asked under two keys', 1, findingsOf({ ...clean, keys: twice() }, answers, people)],
  ['keys with two bodies', 1, findingsOf({ ...clean, bodies: twice() }, answers, people)],
  ['looked up twice', 1, findingsOf({ ...clean, answers: twice() }, answers, people)],
])('%s is noticed', (what, count, findings) => {
  expect(findings[what]).toBe(count)
  expect(() => mustBeClean(findings)).toThrow()
})
