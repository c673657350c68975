/** From the CBOR of a payload to JSON, with the liberties that deserializers forgive each noted. */
import type { JsonValue, Path } from '@tiemchung/core'
import {
  CborFloat,
  type CborMap,
  CborTag,
  type CborValue,
  isCborMap,
} from '../envelope/cbor/value.js'
import { type JsonObject, jsonOf, setOwn } from '../envelope/json.js'
import type { Findings } from './findings.js'

const dateTextTag = 0

function valueOf(value: CborValue, path: Path, findings: Findings): JsonValue {
  if (typeof value === 'string') return trimmed(value, path, findings)
  if (value instanceof CborTag && value.tag === dateTextTag && typeof value.value === 'string') {
    findings.took('tagged-dates', path)
    return value.value
  }
  if (value instanceof CborFloat && Number.isInteger(value.value)) {
    findings.took('whole-floats', path)
    return value.value
  }
  if (isCborMap(value)) return normalise(value, path, findings)
  if (Array.isArray(value)) {
    return (value as readonly CborValue[]).map((inner, index) =>
      valueOf(inner, [...path, index], findings),
    )
  }
  return jsonOf(value)
}

function trimmed(text: string, path: Path, findings: Findings): string {
  const bare = text.trim()
  if (bare.length < text.length) findings.took('surrounding-blanks', path)
  return bare
}

/** A map as a JSON object: absent for null, text without blanks around it, whole floats as numbers. */
export function normalise(map: CborMap, path: Path, findings: Findings): JsonObject {
  const object: JsonObject = {}
  for (const [key, value] of map) {
    const name = String(key)
    if (value === null || value === undefined) findings.took('null-members', [...path, name])
    else setOwn(object, name, valueOf(value, [...path, name], findings))
  }
  return object
}
