/** What does not match: handed over to the office that can put it right, and taken back. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parsePartialDate } from '@tiemchung/core'
import type { ChildCase } from '@tiemchung/clinic'
import { handOverLists, routingPolicy2262 } from '@tiemchung/identity/route'
import type { Person } from '@tiemchung/schemas'
import type { Facts } from '../generate/truth.js'
import type { HandedOver } from './calls.js'
import { type Facility, paperOf } from './facility.js'

const isOpen = ({ identity }: ChildCase): boolean =>
  !['matched', 'not-required', 'pending'].includes(identity.status)

/** Writes the lists of errors by office: police or health of the place of permanent residence. */
export async function handOver({ start, day }: Facility): Promise<readonly HandedOver[]> {
  const open = (await day.children()).filter(isOpen)
  const lists = handOverLists(
    open.map(({ key, identity, person }) => ({
      recordId: key,
      status: identity.status,
      person,
      facility: start.code,
    })),
    routingPolicy2262,
  )
  const filed = lists.map(({ to, unit, cases }) => ({
    to,
    unit,
    cases: cases.map(({ recordId, status, route: { action, cite } }) => ({
      child: recordId,
      status,
      action,
      cite,
    })),
  }))
  const file = join(start.out, `hand-over-${start.code}.json`)
  await writeFile(file, `${JSON.stringify(filed, null, 2)}\n`)
  return filed.map(({ to, unit, cases }) => ({ to, unit, children: cases.map((one) => one.child) }))
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
