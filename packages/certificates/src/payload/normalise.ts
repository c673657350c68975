/** From the CBOR of a payload to JSON, with the liberties that deserializers forgive each noted. */
import type { JsonValue, Path } from '@tiemchung/core'
import { CborFloat, type CborMap, CborTag, type CborValue, isCborMap } from '@tiemchung/core/cbor'
import { type JsonObject, jsonOf, setOwn } from '../envelope/json.js'
import { entryRules, nameRules, rootRules } from './field-rules.js'
import type { Findings } from './findings.js'
import { groups } from './payload.js'

const dateTextTag = 0

type Member = string | number

/** Members of the schema that are dates: no other may have the tag of one. */
const dates = new Set<Member>(['dob', 'dt', 'sc', 'fr', 'df', 'du'])

/** Members of the schema. What others hold is nobody's affair. */
const known = /* @__PURE__ */ membersOfSchema()

function membersOfSchema(): ReadonlySet<Member> {
  const rules = [...rootRules, ...nameRules, ...Object.values(entryRules).flat()]
  return new Set<Member>(['nam', ...groups, ...rules.map(({ key }) => key)])
}

/** JSON has neither tags nor bytes, so neither has the schema; numbers beyond 2^53 are none of its numbers. */
const isForeign = (value: CborValue) =>
  value instanceof CborTag || value instanceof Uint8Array || typeof value === 'bigint'

const isTaggedDate = (value: CborValue): value is CborTag & { readonly value: string } =>
  value instanceof CborTag && value.tag === dateTextTag && typeof value.value === 'string'

function foreign(value: CborValue, above: Path, member: Member, findings: Findings): JsonValue {
  const name = typeof member === 'number' ? above.at(-1) : member
  if (name !== undefined && known.has(name)) findings.meet('type', ...above, member)
  return jsonOf(value)
}

function valueOf(value: CborValue, above: Path, member: Member, findings: Findings): JsonValue {
  if (typeof value === 'string') return trimmed(value, above, member, findings)
  if (isTaggedDate(value) && dates.has(member)) {
    findings.meet('tagged-dates', ...above, member)
    return value.value
  }
  if (value instanceof CborFloat && Number.isInteger(value.value)) {
    findings.meet('whole-floats', ...above, member)
    return value.value
  }
  if (isCborMap(value)) return normalise(value, [...above, member], findings)
  if (Array.isArray(value)) {
    const path = [...above, member]
    return (value as readonly CborValue[]).map((inner, index) =>
      valueOf(inner, path, index, findings),
    )
  }
  return isForeign(value) ? foreign(value, above, member, findings) : jsonOf(value)
}

function trimmed(text: string, above: Path, member: Member, findings: Findings): string {
  const bare = text.trim()
  if (bare.length < text.length) findings.meet('surrounding-blanks', ...above, member)
  return bare
}

/** A map as a JSON object: absent for null, text without blanks around it, whole floats as numbers. */
export function normalise(map: CborMap, path: Path, findings: Findings): JsonObject {
  const object: JsonObject = {}
  for (const [key, value] of map) {
    const name = String(key)
    if (value === null || value === undefined) findings.meet('null-members', ...path, name)
    else setOwn(object, name, valueOf(value, path, name, findings))
  }
  return object
}
