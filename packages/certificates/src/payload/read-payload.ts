/** The DCC schema by hand: as strict as the profile, and without a schema library in the bundle. */
import { earliestDay, type Issue, isPartialDate, type JsonValue } from '@tiemchung/core'
import { type CborMap, isCborMap } from '../envelope/cbor/value.js'
import { cborOf, type JsonObject } from '../envelope/json.js'
import { checkField } from './check-field.js'
import { entryRules, eventDay, nameRules, rootRules } from './field-rules.js'
import { Findings } from './findings.js'
import { normalise } from './normalise.js'
import {
  type CertificateType,
  type Group,
  groups,
  type HealthCertificatePayload,
  typeOfGroup,
} from './payload.js'
import type { PayloadTolerance } from './tolerance.js'

/** A payload that was read, or why it could not be. */
export interface PayloadReading {
  /** Present when there are no issues. */
  readonly payload?: HealthCertificatePayload
  readonly type?: CertificateType
  readonly issues: readonly Issue[]
  readonly tolerances: readonly PayloadTolerance[]
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function checkNames(root: JsonObject, findings: Findings): void {
  const names = root['nam']
  if (!isObject(names)) return findings.broken(names === undefined ? 'missing' : 'type', ['nam'])
  for (const rule of nameRules) checkField(names, rule, ['nam'], findings)
  // Schema 1.3.2: one of the two may be missing, not both.
  if (names['fnt'] === undefined && names['gnt'] === undefined) {
    findings.broken('missing', ['nam', 'fnt'])
  }
}

/** An event cannot lie before the first day on which the person can have been born. */
function checkOrder(root: JsonObject, entry: JsonObject, group: Group, findings: Findings): void {
  const birth = root['dob']
  const day = entry[eventDay[group]]
  if (typeof birth !== 'string' || typeof day !== 'string' || !isPartialDate(birth)) return
  if (day.slice(0, 10) < earliestDay(birth)) {
    findings.broken('event-before-birth', [group, 0, eventDay[group]])
  }
}

function checkGroup(root: JsonObject, findings: Findings): Group | undefined {
  const present = groups.filter((group) => root[group] !== undefined)
  const [group] = present
  if (group === undefined || present.length > 1) {
    findings.broken('one-group', [])
    return undefined
  }
  const entries = root[group]
  if (!Array.isArray(entries)) {
    findings.broken('type', [group])
    return undefined
  }
  const [entry] = entries as readonly JsonValue[]
  if (entries.length !== 1) findings.broken('one-entry', [group])
  else if (!isObject(entry)) findings.broken('type', [group, 0])
  else {
    for (const rule of entryRules[group]) checkField(entry, rule, [group, 0], findings)
    checkOrder(root, entry, group, findings)
  }
  return group
}

/** Reads the CBOR of a payload by the schema, with these liberties granted. */
export function readPayload(map: CborMap, granted: readonly string[]): PayloadReading {
  const findings = new Findings(granted)
  const root = normalise(map, [], findings)
  for (const rule of rootRules) checkField(root, rule, [], findings)
  checkNames(root, findings)
  const group = checkGroup(root, findings)
  const tolerances = [...findings.used]
  const sound = group !== undefined && findings.issues.length === 0
  if (!sound) return { issues: findings.issues, tolerances }
  const payload = root as unknown as HealthCertificatePayload
  return { payload, type: typeOfGroup[group], issues: [], tolerances }
}

/** The type that a payload claims, before anything of it is checked. */
export function claimedType(map: CborMap): CertificateType | undefined {
  const present = groups.filter((group) => map.get(group) !== undefined && map.get(group) !== null)
  const [group] = present
  return group !== undefined && present.length === 1 ? typeOfGroup[group] : undefined
}

/** The one entry that a payload claims, before anything of it is checked. */
export function claimedEntry(map: CborMap): CborMap | undefined {
  for (const group of groups) {
    const entries = map.get(group)
    const entry = Array.isArray(entries) ? (entries as readonly unknown[])[0] : undefined
    if (entry instanceof Map && isCborMap(entry)) return entry
  }
  return undefined
}

/** How a payload is checked. */
export interface PayloadOptions {
  /** Liberties that are granted. Default: none. */
  readonly tolerances?: readonly string[]
}

/**
 * What is wrong with a payload by the DCC schema 1.3.3, and which liberties it takes.
 *
 * Beyond the schema, days must exist and no event may lie before birth. Codes are not looked up in
 * value sets: see `checkCodes`. It says nothing about who signed.
 *
 * @example
 * ```ts
 * import { checkPayload } from '@tiemchung/certificates/verify'
 * checkPayload({ ver: '1.3.0' }).issues.length // => 3: no name, no birth date, no event
 * ```
 */
export function checkPayload(payload: JsonValue, options: PayloadOptions = {}): PayloadReading {
  const map = cborOf(payload)
  if (isCborMap(map)) return readPayload(map, options.tolerances ?? [])
  const findings = new Findings([])
  findings.broken('type', [])
  return { issues: findings.issues, tolerances: [] }
}
