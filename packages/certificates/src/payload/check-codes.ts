import type { Issue } from '@tiemchung/core'
import { breachIssue } from './check-payload.js'
import type { Breach } from './findings.js'
import { type Group, groups, type HealthCertificatePayload } from './payload.js'

/** Codes that are known, by the member of the payload they stand in. Absent members are not looked up. */
export interface ValueSets {
  readonly version?: string
  readonly codes: {
    readonly tg?: readonly string[]
    readonly vp?: readonly string[]
    readonly mp?: readonly string[]
    /** Holders of vaccines. */
    readonly vaccineMa?: readonly string[]
    /** Devices of rapid tests. */
    readonly testMa?: readonly string[]
    readonly tt?: readonly string[]
    readonly tr?: readonly string[]
    readonly co?: readonly string[]
  }
}

type CodeName = keyof ValueSets['codes']

const looked: Readonly<Record<Group, readonly (readonly [string, CodeName])[]>> = {
  v: [
    ['tg', 'tg'],
    ['vp', 'vp'],
    ['mp', 'mp'],
    ['ma', 'vaccineMa'],
    ['co', 'co'],
  ],
  t: [
    ['tg', 'tg'],
    ['tt', 'tt'],
    ['ma', 'testMa'],
    ['tr', 'tr'],
    ['co', 'co'],
  ],
  r: [
    ['tg', 'tg'],
    ['co', 'co'],
  ],
}

/** The codes of a payload that the value sets do not have, as breaches. */
export function unknownCodes(
  payload: HealthCertificatePayload,
  valueSets: ValueSets,
): readonly Breach[] {
  return groups.flatMap((group) => {
    const entry = payload[group]?.[0] as Readonly<Record<string, unknown>> | undefined
    if (entry === undefined) return []
    return looked[group].flatMap(([member, name]): readonly Breach[] => {
      const code = entry[member]
      const known = valueSets.codes[name]
      if (typeof code !== 'string' || known === undefined || known.includes(code)) return []
      return [{ rule: 'unknown-codes', path: [group, 0, member] }]
    })
  })
}

/**
 * The codes of a payload that the value sets do not have.
 *
 * Value sets change: a code that is unknown today does not make an old certificate wrong, so whether
 * this matters is the profile's choice (liberty `unknown-codes`).
 */
export function checkCodes(
  payload: HealthCertificatePayload,
  valueSets: ValueSets,
): readonly Issue[] {
  return unknownCodes(payload, valueSets).map(breachIssue)
}
