/** Policies with one duration moved by a day, and whether anybody notices. */
import { addYears, type CivilDate } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../engine/evaluate.js'
import type { EligibilityPolicy } from '../policy/format.js'
import { lintEligibilityPolicy } from '../policy/parse.js'
import { definePolicySet } from '../policy-set/define.js'
import type { Subject } from '../subject/subject.js'

type Path = readonly (string | number)[]
export type Case = readonly [who: Subject, on: CivilDate]

/** Where the durations and days of grace of a document stand. */
function durationsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string' && /^P\d/.test(value)) return [path]
  if (path.at(-1) === 'graceDays') return [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    durationsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  )
}

/** A duration a day longer, or one day more. */
function longer(value: unknown): unknown {
  if (typeof value === 'number') return value + 1
  const text = String(value)
  const days = /(\d+)D$/.exec(text)?.[1]
  return days === undefined ? `${text}1D` : text.replace(/\d+D$/, `${Number(days) + 1}D`)
}

/** The document with one duration a day longer, or one day of grace more. */
function mutate(policy: EligibilityPolicy, path: Path): EligibilityPolicy {
  const set = (value: unknown, steps: Path): unknown => {
    const [step, ...rest] = steps
    if (step === undefined) return longer(value)
    const holder = value as Record<string | number, unknown>
    const inner = set(holder[step], rest)
    return Array.isArray(value)
      ? value.map((one: unknown, index) => (index === step ? inner : one))
      : { ...holder, [step]: inner }
  }
  return set(policy, path) as EligibilityPolicy
}

/** A day some years before another, by the day of the month. */
export const before = (day: CivilDate, years: number) => addYears(day, -years)

/**
 * One test for each duration and each days of grace of some versions: a day more changes an answer about one of the
 * cases, or is refused. `unusable` names those that no case can notice, by version and path.
 */
export function checkDurations(
  versions: readonly EligibilityPolicy[],
  casesOf: (policy: EligibilityPolicy) => readonly Case[],
  unusable: ReadonlySet<string> = new Set(),
): void {
  const mutants = versions.flatMap((policy, index) =>
    durationsOf({ ...policy, sources: [], assumptions: [] }).map(
      (path) => [`${policy.version} ${path.join('.')}`, index, path] as const,
    ),
  )
  const set = definePolicySet(versions)
  const said = versions.map((policy) =>
    casesOf(policy).map(([who, on]) => [who, on, JSON.stringify(evaluate(who, set, on))] as const),
  )
  // Cases that noticed something before are asked first: they often notice the next thing too.
  const sharp = new Set<number>()
  describe('every duration is held by a case', () => {
    test.each(mutants)('%s', (name, index, path) => {
      const mutant = mutate(versions[index] as EligibilityPolicy, path)
      if (lintEligibilityPolicy(mutant).length > 0) return
      const bent = definePolicySet(versions.map((one, at) => (at === index ? mutant : one)))
      const cases = said[index] ?? []
      const noticing = [...sharp, ...cases.keys()].find((at) => {
        const [who, on, answer] = cases[at] ?? []
        if (who === undefined || on === undefined) return false
        return JSON.stringify(evaluate(who, bent, on)) !== answer
      })
      if (noticing !== undefined) sharp.add(noticing)
      expect(noticing !== undefined).toBe(!unusable.has(name))
    })
    test('nothing is called unusable that is not there', () => {
      const names = new Set<string>(mutants.map(([name]) => name))
      expect([...unusable].filter((name) => !names.has(name))).toEqual([])
    })
  })
}
