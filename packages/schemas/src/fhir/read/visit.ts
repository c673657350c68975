/** What belongs to the visit and stands in extensions of ours: screening, examination, consent, evidence, reactions. */
import { ownExtension } from './element.js'
import type { OwnExtensionName } from '../own-extensions.js'
import {
  from,
  items,
  member,
  type Node,
  numberOf,
  type Reading,
  takeText,
  tell,
  textOf,
  withoutUrn,
} from './node.js'

/** How the value of a part stands in FHIR and in the record. */
type Kind =
  | 'valueCode'
  | 'valueString'
  | 'valueDate'
  | 'valueDateTime'
  | 'valueUuid'
  | 'valuePositiveInt'

const kinds: Readonly<Record<string, Kind>> = {
  name: 'valueString',
  phone: 'valueString',
  date: 'valueDate',
  temperature: 'valueString',
  by: 'valueCode',
  pulse: 'valuePositiveInt',
  grade: 'valuePositiveInt',
  note: 'valueString',
  verification: 'valueUuid',
  at: 'valueDateTime',
}

/** Parts that are called otherwise in the record. */
const fields: Readonly<Record<string, string>> = { verification: 'verificationId' }

/** A part's name, of those that the table knows by themselves and not by what every object has. */
const own = <Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined

function readPart(
  reading: Reading,
  part: Node,
  path: string,
  exceptions: Readonly<Record<string, Kind>>,
): readonly [string, unknown] {
  const name = textOf(reading, member(part, 'url')) ?? ''
  const field = own(fields, name) ?? name
  const kind = own(exceptions, name) ?? own(kinds, name) ?? 'valueCode'
  const value = member(part, kind)
  const where = `${path}.${field}`
  if (kind === 'valuePositiveInt') {
    return [field, from(reading, value, where, numberOf(reading, value))]
  }
  return [field, withoutUrn(takeText(reading, value, where))]
}

/** The parts of an extension of ours, as an object; undefined when it is not there. */
function readParts(
  reading: Reading,
  holder: Node,
  name: OwnExtensionName,
  path: string,
  exceptions: Readonly<Record<string, Kind>> = {},
): object | undefined {
  const whole = ownExtension(reading, holder, name)
  if (whole === undefined) return undefined
  reading.sources.set(path, whole.path)
  const found: Record<string, unknown> = {}
  for (const part of items(reading, whole, 'extension')) {
    const [field, value] = readPart(reading, part, path, exceptions)
    if (Object.hasOwn(found, field)) tell(reading, 'fhir.code.conflict', part.path)
    Object.defineProperty(found, field, { value, enumerable: true, configurable: true })
  }
  return found
}

/** Reactions: when each began, and what our extension says of it. */
function readReactions(reading: Reading, dose: Node): readonly object[] | undefined {
  const found = items(reading, dose, 'reaction')
  if (found.length === 0) return undefined
  return found.map((node, place) => {
    const path = `reactions[${place}]`
    const parts = readParts(reading, node, 'reaction', path)
    reading.sources.set(path, node.path)
    return { onset: takeText(reading, member(node, 'date'), `${path}.onset`), ...parts }
  })
}

/** What was asked, measured, agreed to, settled and seen around the dose. */
export function readVisit(reading: Reading, dose: Node): object {
  return {
    screening: readParts(reading, dose, 'screening', 'screening'),
    examination: readParts(reading, dose, 'examination', 'examination', { by: 'valueString' }),
    consent: readParts(reading, dose, 'consent', 'consent'),
    identity: readParts(reading, dose, 'identityEvidence', 'identity'),
    reactions: readReactions(reading, dose),
  }
}
