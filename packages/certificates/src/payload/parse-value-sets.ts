/** The EU's value set documents (ehn-dcc-valuesets) as code lists. */
import { type Issue, issue, ParseError, type Path } from '@tiemchung/core'
import { valueSetErrors } from '../errors/value-set-errors.js'
import type { ValueSets } from './check-codes.js'

/** A value set: its id and every code that it ever had. */
export interface ValueSet {
  readonly id: string
  /** Day of this edition. */
  readonly date: string
  readonly codes: readonly string[]
}

type CodeName = keyof ValueSets['codes']

/** `valueSetId` → the member of the payload whose codes it lists. */
const nameOf: Readonly<Record<string, CodeName>> = {
  'country-2-codes': 'co',
  'covid-19-lab-result': 'tr',
  'covid-19-lab-test-manufacturer-and-name': 'testMa',
  'covid-19-lab-test-type': 'tt',
  'disease-agent-targeted': 'tg',
  'sct-vaccines-covid-19': 'vp',
  'vaccines-covid-19-auth-holders': 'vaccineMa',
  'vaccines-covid-19-names': 'mp',
}

type Loose = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function faultsOf(document: unknown, index: number): readonly Path[] {
  if (!isObject(document)) return [[index]]
  const { valueSetId, valueSetDate, valueSetValues } = document
  const faults: Path[] = []
  if (typeof valueSetId !== 'string' || valueSetId === '') faults.push([index, 'valueSetId'])
  if (typeof valueSetDate !== 'string') faults.push([index, 'valueSetDate'])
  if (!isObject(valueSetValues)) faults.push([index, 'valueSetValues'])
  return faults
}

/**
 * The value sets of documents as the EU publishes them.
 *
 * Codes that are marked `active: false` stay in: they may be on older certificates, and only who
 * issues must not use them.
 *
 * @throws ParseError `certificate-verify.value-sets`, with an issue for each field
 */
export function readValueSets(documents: readonly unknown[]): readonly ValueSet[] {
  const given: unknown = documents
  const faults: readonly Path[] = Array.isArray(given) ? given.flatMap(faultsOf) : [[]]
  const issues: readonly Issue[] = faults.map((path) =>
    issue(valueSetErrors, 'certificate-verify.value-sets', { path }),
  )
  if (issues.length > 0)
    throw new ParseError(valueSetErrors, 'certificate-verify.value-sets', { issues })
  return (documents as readonly Loose[]).map((document) => ({
    id: document['valueSetId'] as string,
    date: document['valueSetDate'] as string,
    codes: Object.keys(document['valueSetValues'] as Loose),
  }))
}

/**
 * The codes of value set documents by the member of the payload they stand in, for `verifyCertificate`.
 *
 * Documents about anything else are left out. The version is the day of the newest that is used.
 *
 * @throws ParseError `certificate-verify.value-sets`, with an issue for each field
 * @example
 * ```ts
 * import { parseValueSets } from '@tiemchung/certificates/verify'
 * const sets = parseValueSets([
 *   {
 *     valueSetId: 'disease-agent-targeted',
 *     valueSetDate: '2021-04-27',
 *     valueSetValues: { '840539006': { display: 'COVID-19', active: true } },
 *   },
 * ])
 * sets.codes.tg // => ['840539006']
 * ```
 */
export function parseValueSets(documents: readonly unknown[]): ValueSets {
  const used = readValueSets(documents).filter(({ id }) => Object.hasOwn(nameOf, id))
  const newest = used
    .map(({ date }) => date)
    .sort()
    .at(-1)
  return {
    ...(newest === undefined ? {} : { version: newest }),
    codes: Object.fromEntries(used.map(({ id, codes }) => [nameOf[id] ?? id, codes])),
  }
}
