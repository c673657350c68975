import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parsePartialDate, systemClock, systemRandom, uuidv7 } from '@tiemchung/core'
import type { ChildCase, Day } from '@tiemchung/clinic'
import { platformVerifier } from '@tiemchung/identity'
import { handOverLists, routingPolicy2262 } from '@tiemchung/identity/offline'
import type { Http } from '@tiemchung/http'
import type { Person } from '@tiemchung/schemas'
import type { Facts, TrueChild } from '../generate/truth.js'
import type { Stage } from './stage.js'

/** How many children each class of answers has. */
export type IdentityTally = Readonly<Record<string, number>>

const tallyOf = (children: readonly ChildCase[]): IdentityTally => {
  const tally: Record<string, number> = {}
  for (const { identity } of children) tally[identity.status] = (tally[identity.status] ?? 0) + 1
  return tally
}

/** Asks the register about everybody whose identity is open. */
export async function verify(
  stage: Stage,
  day: Day,
  http: Http,
  officer: string,
): Promise<IdentityTally> {
  const verifier = platformVerifier({ http })
  await day.verifyIdentities(verifier, {
    officer,
    pollMs: 100,
    consentReference: (child) =>
      `PDY-${createHash('sha256').update(child.key).digest('hex').slice(0, 12)}`,
    onProgress: (done, total) => stage.progress('identity', done, total),
  })
  return tallyOf(await day.children())
}

/** What the papers say in place of what the list says. */
function corrected(facts: Facts, person: Person): Partial<Person> {
  return {
    fullName: facts.fullName,
    birthDate: parsePartialDate(facts.birthDate),
    sex: facts.sex,
    identityDocument:
      facts.number === undefined
        ? person.identityDocument
        : { kind: 'personal-number', number: facts.number },
  }
}

/** The police correct the register after their own look at the papers. */
async function correctRegister(police: Http, child: TrueChild): Promise<void> {
  const { number = '', fullName, birthDate, sex } = child.facts
  const id = uuidv7({ clock: systemClock, random: systemRandom })
  await police.put(`/v1/register/corrections/${id}`, {
    body: { id, number, fullName, birthDate, sex, officer: 'police.00001' },
    idempotencyKey: id,
  })
}

/** What correcting came to. */
export interface Corrections {
  readonly byStation: number
  readonly byPolice: number
  readonly handedOver: readonly {
    readonly to: string
    readonly unit: string
    readonly cases: number
  }[]
}

/** Writes the lists that are handed over, and corrects on the day what can be corrected on the day. */
export async function correct(stage: Stage, day: Day, facility: string): Promise<Corrections> {
  const children = await day.children()
  const open = children.filter(
    ({ identity }) => !['matched', 'not-required', 'pending'].includes(identity.status),
  )
  const lists = handOverLists(
    open.map(({ key, identity, person }) => ({
      recordId: key,
      status: identity.status,
      person,
      facility,
    })),
    routingPolicy2262,
  )
  const summary = lists.map(({ to, unit, cases }) => ({ to, unit, cases: cases.length }))
  await writeFile(
    join(stage.out, `hand-over-${facility}.json`),
    `${JSON.stringify(
      lists.map((list) => ({
        to: list.to,
        unit: list.unit,
        cases: list.cases.map(({ recordId, status, route }) => ({
          child: recordId,
          status,
          action: route.action,
          cite: route.cite,
        })),
      })),
      null,
      2,
    )}\n`,
  )
  const police = stage.platform.as('police.00001')
  let byStation = 0
  let byPolice = 0
  for (const one of open) {
    const truth = stage.child(one.key)
    if (!truth.corrected || truth.wrong === undefined) continue
    if (truth.wrong.side === 'register') {
      await correctRegister(police, truth)
      await day.correct(one.key, {})
      byPolice += 1
    } else {
      await day.correct(one.key, corrected(truth.facts, one.person))
      byStation += 1
    }
  }
  return { byStation, byPolice, handedOver: summary }
}
