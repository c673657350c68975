/** The questions of a day to the authority, as they are kept until they are answered. */
import { uuidv7 } from '@tiemchung/core'
import {
  isLapsed,
  type JournalEntry,
  type RetentionPolicy,
  type VerificationJournal,
  type VerificationResult,
} from '@tiemchung/identity'
import type { Change } from '../store/store.js'
import type { KeptQuestion } from './child.js'
import type { Desk } from './desk.js'
import { allOf, keep } from './kept.js'

const collection = 'verification'

/** A journal in the store of the day: what was asked and answered survives as the day does. */
export function storeJournal({ options: { store }, world }: Desk): VerificationJournal {
  const all = () => store.all(collection)
  return {
    read: async () => (await all()).map(({ value }) => value as unknown as JournalEntry),
    append: (entry) => store.write([{ collection, id: uuidv7(world), value: entry }]),
    discard: async () => {
      const changes = (await all()).map(({ id }) => ({ collection, id, value: null }))
      if (changes.length > 0) await store.write(changes)
    },
  }
}

/** The changes that forget a round of questions and its journal. */
export async function forget({ options: { store } }: Desk): Promise<readonly Change[]> {
  const changes: Change[] = []
  for (const name of ['question', collection]) {
    for (const { id } of await store.all(name)) changes.push({ collection: name, id, value: null })
  }
  return changes
}

/** Writes a round of questions down before any of them is asked. */
export async function keepQuestions(desk: Desk, round: readonly KeptQuestion[]): Promise<void> {
  await desk.options.store.write(round.map((one) => keep('question', one.key, one)))
}

/** The answers that the journal has, by the ids of their questions. */
export async function answersIn(
  journal: VerificationJournal,
): Promise<ReadonlyMap<string, VerificationResult>> {
  const entries = await journal.read()
  const results = entries.flatMap((entry) => (entry.kind === 'answered' ? entry.results : []))
  return new Map(results.map((result) => [result.id, result]))
}

/** The round that another life left behind; one with answers that may no longer be held is forgotten. */
export async function roundLeftBehind(
  desk: Desk,
  policy: RetentionPolicy,
): Promise<readonly KeptQuestion[]> {
  const answers = await answersIn(storeJournal(desk))
  const now = desk.world.clock.now()
  if (![...answers.values()].some((one) => isLapsed(one, policy, now))) {
    return await allOf(desk.options.store, 'question')
  }
  await desk.options.store.write(await forget(desk))
  return []
}
