/** What does not match: handed over to the office that can put it right, and taken back. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  canonicalBytes,
  parsePartialDate,
  parseUuid,
  systemRandom,
  uuidv5,
  uuidv7,
} from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import type { ChildCase } from '@tiemchung/clinic'
import { type ListedCase, makeHandOverLists, writeListWorkbook } from '@tiemchung/identity/lists'
import { casePolicy2262, classifyCase, routingPolicy2262 } from '@tiemchung/identity/route'
import type { Person } from '@tiemchung/schemas'
import { type MatchField, openCaseClassSchema } from '@tiemchung/schemas/wire'
import type { Facts } from '../generate/truth.js'
import type { HandedOver, IdentityFinding } from './calls.js'
import { type Facility, paperOf } from './facility.js'

const isOpen = ({ identity }: ChildCase): boolean =>
  !['matched', 'not-required', 'pending'].includes(identity.status)

/** The names of the children's cases on lists, always the same for one key. */
const cases = parseUuid('6c1f8d52-3a0e-5b7c-9d44-2262c0ffee18')

/** A child as a case of a list: what is claimed, and in which class the register's answer puts it. */
async function caseOf(
  facility: string,
  { key, identity, person }: ChildCase,
  fields: readonly MatchField[],
): Promise<ListedCase> {
  const { status } = identity
  const mismatched = status === 'mismatched' ? fields : []
  const { identityDocument: document, fullName, birthDate, sex } = person
  const number = document.kind === 'none' ? {} : { number: document.number }
  return {
    recordId: await uuidv5(cases, key, systemCrypto),
    status,
    class: openCaseClassSchema.parse(
      classifyCase({ entered: true, status, mismatched }, casePolicy2262),
    ),
    mismatched: [...mismatched],
    person,
    facility,
    claimed: { ...number, fullName, birthDate, sex },
  }
}

/** Writes the lists of errors by office, as documents and workbooks: police or health of the permanent residence. */
export async function handOver(
  { start, day, clock }: Facility,
  found: readonly IdentityFinding[],
): Promise<readonly HandedOver[]> {
  const fields = new Map(found.map((one) => [one.key, one.fields]))
  const open = (await day.children()).filter(isOpen)
  const listed = await Promise.all(
    open.map((one) => caseOf(start.code, one, fields.get(one.key) ?? [])),
  )
  const keyOf = new Map(listed.map(({ recordId }, index) => [recordId, open[index]?.key ?? '']))
  const lists = makeHandOverLists(listed, routingPolicy2262, {
    madeAt: clock.now(),
    madeBy: start.account.name,
    nextId: () => uuidv7({ clock, random: systemRandom }),
  })
  for (const list of lists) {
    const file = join(start.out, `hand-over-${start.code}-${list.to}-${list.unit}`)
    await writeFile(`${file}.json`, canonicalBytes(list))
    await writeFile(`${file}.xlsx`, await writeListWorkbook(list))
  }
  return lists.map(({ to, unit, rows }) => ({
    to,
    unit,
    children: rows.map(({ recordId }) => keyOf.get(recordId) ?? ''),
  }))
}

/** What the papers say in place of what the list says. */
function fromPapers(facts: Facts, { identityDocument }: Person): Partial<Person> {
  const { fullName, birthDate, sex, number } = facts
  return {
    fullName,
    birthDate: parsePartialDate(birthDate),
    sex,
    identityDocument: number === undefined ? identityDocument : { kind: 'personal-number', number },
  }
}

/** The station looks at the papers of those whose row on the list is wrong, as far as they come. */
export async function correctClaims(facility: Facility): Promise<number> {
  const { day } = facility
  let corrected = 0
  for (const one of (await day.children()).filter(isOpen)) {
    const paper = paperOf(facility, one.key)
    if (!paper.corrected || paper.wrong?.side !== 'claim') continue
    await day.correct(one.key, fromPapers(paper.facts, one.person))
    corrected += 1
  }
  return corrected
}

/** The police have put the register right: the same person is asked about again. */
export async function takeBack({ day }: Facility, keys: readonly string[]): Promise<number> {
  for (const key of keys) await day.correct(key, {})
  return keys.length
}
