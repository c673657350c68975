/** The DCC schema by hand: as strict as the profile, and without a schema library in the bundle. */
import { isPartialDate, type JsonValue } from '@tiemchung/core'
import { type CborMap, isCborMap } from '@tiemchung/core/cbor'
import type { JsonObject } from '../envelope/json.js'
import { checkFields } from './check-field.js'
import { entryRules, eventDay, nameRules, rootRules } from './field-rules.js'
import { type Breach, Findings } from './findings.js'
import { normalise } from './normalise.js'
import {
  type CertificateType,
  type Group,
  groups,
  type HealthCertificatePayload,
  typeOfGroup,
} from './payload.js'
import type { PayloadTolerance } from './tolerance.js'

/** What was read of a payload. */
export interface PayloadContent {
  /** Present when no rule is broken. */
  readonly payload?: HealthCertificatePayload
  readonly type?: CertificateType
  readonly breaches: readonly Breach[]
  readonly tolerances: readonly PayloadTolerance[]
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function checkNames(root: JsonObject, findings: Findings): void {
  const names = root['nam']
  if (!isObject(names)) return findings.meet(names === undefined ? 'missing' : 'type', 'nam')
  checkFields(names, nameRules, ['nam'], findings)
  // Schema 1.3.2: one of the two may be missing, not both.
  if (names['fnt'] === undefined && names['gnt'] === undefined) {
    findings.meet('missing', 'nam', 'fnt')
  }
}

/** An event cannot lie before the first day on which the person can have been born. */
function checkOrder(root: JsonObject, entry: JsonObject, group: Group, findings: Findings): void {
  const birth = root['dob']
  const day = entry[eventDay[group]]
  if (typeof birth !== 'string' || typeof day !== 'string' || !isPartialDate(birth)) return
  // As far as the birth is known, days compare as texts.
  if (day.slice(0, birth.length) < birth) {
    findings.meet('event-before-birth', group, 0, eventDay[group])
  }
}

function checkGroup(root: JsonObject, findings: Findings): Group | undefined {
  const present = groups.filter((group) => root[group] !== undefined)
  const [group] = present
  if (group === undefined || present.length > 1) {
    findings.meet('one-group')
    return undefined
  }
  const entries = root[group]
  if (!Array.isArray(entries)) {
    findings.meet('type', group)
    return undefined
  }
  const [entry] = entries as readonly JsonValue[]
  if (entries.length !== 1) findings.meet('one-entry', group)
  else if (!isObject(entry)) findings.meet('type', group, 0)
  else {
    checkFields(entry, entryRules[group], [group, 0], findings)
    checkOrder(root, entry, group, findings)
  }
  return group
}

/** Reads the CBOR of a payload by the schema, with these liberties granted. */
export function readPayload(map: CborMap, granted: readonly string[]): PayloadContent {
  const findings = new Findings(granted)
  const root = normalise(map, [], findings)
  checkFields(root, rootRules, [], findings)
  checkNames(root, findings)
  const group = checkGroup(root, findings)
  const tolerances = [...findings.used]
  const { breaches } = findings
  if (group === undefined || breaches.length > 0) return { breaches, tolerances }
  const payload = root as unknown as HealthCertificatePayload
  return { payload, type: typeOfGroup[group], breaches, tolerances }
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
