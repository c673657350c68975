import type { Tally } from './portable.js'

function placesIn(tallies: readonly Tally[]): ReadonlySet<string> {
  return new Set(
    tallies.flatMap(({ suite, cases, wrong }) => [
      `${suite}: ${cases} cases`,
      ...wrong.map((one) => `${suite}: ${one}`),
    ]),
  )
}

/** Where one runtime differs from another, case by case. */
export function differences(mine: readonly Tally[], theirs: readonly Tally[]): readonly string[] {
  const [ours, others] = [placesIn(mine), placesIn(theirs)]
  return [
    ...[...others].filter((one) => !ours.has(one)),
    ...[...ours].filter((one) => !others.has(one)).map((one) => `not: ${one}`),
  ]
}
