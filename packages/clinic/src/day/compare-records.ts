/** Whether two records that were entered apart say the same of a dose. */
import { fromBase64Url, fromUtf8, type JsonValue } from '@tiemchung/core'
import { differingPaths } from './differing-paths.js'

type Loose = Readonly<Record<string, JsonValue | undefined>>

const read = (text: string): JsonValue | undefined => {
  try {
    return JSON.parse(text) as JsonValue
  } catch {
    return undefined
  }
}

function payloadOf(jws: JsonValue | undefined): JsonValue | undefined {
  const middle = typeof jws === 'string' ? jws.split('.')[1] : (jws as Loose | null)?.['payload']
  if (typeof middle !== 'string') return undefined
  try {
    return read(fromUtf8(fromBase64Url(middle)))
  } catch {
    return undefined
  }
}

/**
 * The record in a submission, signed or sealed, as far as it can be read. It does not establish that its signature
 * holds.
 */
export function recordIn(submission: JsonValue): JsonValue | undefined {
  const { record, jws } = (submission ?? {}) as Loose
  return typeof record === 'string' ? read(record) : payloadOf(jws)
}

/** Who entered it and when, and by which question the identity was settled: they differ on two machines. */
const bookkeeping: ReadonlySet<string> = new Set(['enteredAt', 'enteredBy', 'identity'])

const contentOf = (record: JsonValue): JsonValue =>
  Object.fromEntries(Object.entries(record as Loose).filter(([name]) => !bookkeeping.has(name)))

/**
 * Where two records of a dose differ in what they say of person and dose, as paths without values; empty when they say
 * the same. Who entered them, when, and the evidence of identity do not count.
 */
export function differingContent(one: JsonValue, other: JsonValue): readonly string[] {
  return differingPaths(contentOf(one), contentOf(other))
}
