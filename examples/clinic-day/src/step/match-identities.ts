/**
 * Step 3: identities are matched against the register; each error goes to the office that can put it
 * right; what was put right is matched again.
 */
import { systemClock, systemRandom, uuidv7 } from '@tiemchung/core'
import { casePolicy2262, classifyCase, tallyCases, tallyFaults } from '@tiemchung/identity/route'
import type { HandedOver, IdentityFinding } from '../facility/calls.js'
import { askAll, childOf, type Stage, tallyOf, type Vaccinating } from '../day/stage.js'
import { tallyText } from '../show/tally-text.js'

/** What is known of a child's identity, before and after the corrections of the day. */
export interface IdentityClaim {
  readonly key: string
  readonly first: string
  readonly fields: readonly string[]
  /** The office that the error was handed to, such as `police 00001`; null for none. */
  readonly handedTo: string | null
  readonly last: string
}

/** Wrong ones by field, the others by class. */
const wordsOf = (findings: readonly IdentityFinding[]): readonly string[] =>
  findings.map(({ status, fields }) =>
    status === 'mismatched' ? `mismatched:${[...fields].sort().join('+')}` : status,
  )

/** The police of a commune correct the register after their own look at the papers. */
async function police(stage: Stage, { unit, children }: HandedOver): Promise<readonly string[]> {
  const account = `police.${unit}`
  const client = stage.platform.as(account)
  const done: string[] = []
  for (const key of children) {
    const { wrong, corrected, facts } = childOf(stage, key)
    if (!corrected || wrong?.side !== 'register') continue
    const id = uuidv7({ clock: systemClock, random: systemRandom })
    const { number = '', fullName, birthDate, sex } = facts
    await client.put(`/v1/register/corrections/${id}`, {
      body: { id, number, fullName, birthDate, sex, officer: account },
      idempotencyKey: id,
    })
    done.push(key)
  }
  return done
}

interface Round {
  readonly first: readonly IdentityFinding[]
  readonly lists: readonly HandedOver[]
  readonly byStation: number
  readonly byPolice: number
  readonly last: readonly IdentityFinding[]
}

async function roundOf(stage: Stage, { office }: Vaccinating): Promise<Round> {
  const first = await office.ask('match', null)
  const lists = await office.ask('handOver', first)
  const byStation = await office.ask('correctClaims', null)
  let byPolice = 0
  for (const list of lists.filter(({ to }) => to === 'police')) {
    byPolice += await office.ask('takeBack', await police(stage, list))
  }
  return { first, lists, byStation, byPolice, last: await office.ask('match', null) }
}

/** The sums of 2262/BYT-CNTT over what the register answered; one that does not hold stops the day. */
function tellSums(stage: Stage, code: string, findings: readonly IdentityFinding[]): void {
  const tally = tallyCases(
    findings.map(({ status, fields }) =>
      classifyCase({ entered: true, status, mismatched: fields }, casePolicy2262),
    ),
  )
  const faults = tallyFaults(tally)
  if (faults.length > 0) throw new Error(`the classes do not add up: ${faults.join()}`)
  const { sent, withNumber, withoutOrMalformed, correct, wrong, unverified } = tally
  const numbered = {
    vi: `có số ${withNumber} = đúng ${correct} + sai ${wrong} + không xác minh được ${unverified}`,
    en: `with number ${withNumber} = correct ${correct} + wrong ${wrong} + unverified ${unverified}`,
  }
  stage.say(
    3,
    `${code}: gửi ${sent} = có số ${withNumber} + thiếu hoặc sai dạng ${withoutOrMalformed}; ${numbered.vi}`,
    `${code}: sent ${sent} = with number ${withNumber} + without or malformed ${withoutOrMalformed}; ${numbered.en}`,
  )
}

function tell(stage: Stage, code: string, round: Round): void {
  const { first, last, lists, byStation, byPolice } = round
  const before = tallyOf(wordsOf(first))
  const after = tallyOf(last.map(({ status }) => status))
  const offices = Object.fromEntries(
    lists.map(({ to, unit, children }) => [`${to} ${unit}`, children.length]),
  )
  stage.say(3, `${code}: ${tallyText(before, 'vi')}`, `${code}: ${tallyText(before, 'en')}`)
  tellSums(stage, code, first)
  stage.say(
    3,
    `${code}: chuyển giao ${tallyText(offices, 'vi')}; trạm sửa ${byStation}, công an sửa ${byPolice}`,
    `${code}: handed over to ${tallyText(offices, 'en')}; ${byStation} corrected at the station, ${byPolice} by the police`,
  )
  stage.say(
    3,
    `${code}: đối sánh lại: ${tallyText(after, 'vi')}`,
    `${code}: matched again: ${tallyText(after, 'en')}`,
  )
  tellSums(stage, code, last)
}

function claimsOf({ first, last, lists }: Round): readonly IdentityClaim[] {
  const office = new Map(
    lists.flatMap(({ to, unit, children }) =>
      children.map((key): [string, string] => [key, `${to} ${unit}`]),
    ),
  )
  const after = new Map(last.map(({ key, status }) => [key, status]))
  return first.map(({ key, status, fields }) => ({
    key,
    first: status,
    fields,
    handedTo: office.get(key) ?? null,
    last: after.get(key) ?? status,
  }))
}

export async function matchIdentities(stage: Stage): Promise<readonly IdentityClaim[]> {
  const rounds = await askAll(stage, (facility) => roundOf(stage, facility))
  for (const { facility, answer } of rounds) tell(stage, facility.code, answer)
  return rounds.flatMap(({ answer }) => claimsOf(answer))
}
