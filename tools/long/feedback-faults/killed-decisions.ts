/** Decisions in the middle of which the platform is killed; who had no answer sends again under the same key. */
import { must } from '../long-run.js'
import type { Random } from '../random.js'
import type { ClaimedItem } from './claims.js'
import { decided, decisionOf, inReview } from './faults.js'
import { newId, type People } from './people.js'

const atOnce = 8

/** What the clock of the platform says when it is started again. */
export type ClockOf = () => Date

class Killer {
  readonly #people: People
  readonly #clock: ClockOf
  readonly #at: number[]
  #up: Promise<void> = Promise.resolve()
  answered = 0
  again = 0

  constructor(people: People, clock: ClockOf, at: readonly number[]) {
    this.#people = people
    this.#clock = clock
    this.#at = [...at]
  }

  /** Waits until the platform is up. */
  get up(): Promise<void> {
    return this.#up
  }

  /** Counts an answer, and kills after those that were drawn. */
  heard(): void {
    this.answered += 1
    if (this.answered !== this.#at[0]) return
    this.#at.shift()
    const { server } = this.#people
    this.#up = server.kill().then(() => server.start(this.#clock()))
  }
}

/** Decides so many items; the platform is killed so many times meanwhile. */
export async function killedDecisions(
  people: People,
  random: Random,
  { items: many, kills, officer, clock }: KilledOptions,
) {
  const waiting = []
  for (let item = 0; item < many; item += 1) waiting.push(await inReview(people, officer))
  const part = Math.floor(many / (kills + 1))
  const at = Array.from({ length: kills }, (_, kill) => 1 + kill * part + random.below(part))
  const killer = new Killer(people, clock, at)
  const items: ClaimedItem[] = []
  const next = [...waiting.entries()]
  const work = async () => {
    for (let one = next.shift(); one !== undefined; one = next.shift()) {
      const [index, { reported, revision }] = one
      const decision = decisionOf(index)
      await sentUntilAnswered(killer, () =>
        people.decide(reported, decision.body, { officer, revision, key: keys[index] ?? '' }),
      )
      items.push(decided(reported, decision, officer))
    }
  }
  const keys = waiting.map(() => newId())
  await Promise.all(Array.from({ length: atOnce }, work))
  await killer.up
  return {
    items,
    counts: { 'decisions under kills': many, 'decisions sent again': killer.again },
  }
}

/** How much is decided, and how it is disturbed. */
export interface KilledOptions {
  readonly items: number
  readonly kills: number
  readonly officer: string
  readonly clock: ClockOf
}

async function sentUntilAnswered(
  killer: Killer,
  send: () => ReturnType<People['decide']>,
): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    await killer.up
    const answer = await send().catch(() => undefined)
    if (answer?.status === 200) {
      killer.heard()
      return
    }
    must(
      answer === undefined || answer.status === 503,
      `a decision is answered with ${answer?.status ?? ''} ${String(answer?.body['code'])}`,
    )
    killer.again += 1
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  must(false, 'a decision was never answered')
}
