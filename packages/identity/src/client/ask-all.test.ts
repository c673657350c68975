import { fixedClock, HttpError, parseInstant } from '@tiemchung/core'
import { errorCatalogue as httpErrors } from '@tiemchung/http'
import type { VerificationRequest } from '@tiemchung/schemas/wire'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askAll } from './ask-all.js'
import { batchIdOf } from './batch-id.js'
import type { Batch } from './batches.js'
import type { JournalEntry, VerificationJournal } from './journal/journal.js'
import { memoryJournal } from './journal/memory-journal.js'
import { at, codeOf, questions, requestAt, resultFor } from './question.fixture.js'
import type { VerifyManyOptions } from './verifier.js'

class Killed extends Error {}

/** A service that remembers what it was asked under which id, and a world that ends after some steps. */
function service(stepsToLive = Number.POSITIVE_INFINITY) {
  const life = { left: stepsToLive }
  const step = () => {
    if (life.left === 0) throw new Killed()
    life.left -= 1
  }
  const asked: Batch[] = []
  const clock = fixedClock(parseInstant(at))
  const ask = (batch: Batch) => {
    step()
    asked.push(batch)
    const results = batch.requests.map((one) => resultFor(one.id))
    step()
    return Promise.resolve(results)
  }
  /** A crash comes before the entry is written, or after. */
  const mortal = (journal: VerificationJournal): VerificationJournal => ({
    ...journal,
    append: async (entry) => {
      step()
      await journal.append(entry)
      step()
    },
  })
  const run = (
    list: readonly VerificationRequest[],
    journal: VerificationJournal,
    more: VerifyManyOptions = {},
  ) =>
    askAll(
      list,
      { batchSize: 3, journal: mortal(journal), ...more },
      {
        largest: 5,
        ask: async (batch) => await ask(batch),
        now: () => clock.now(),
      },
    )
  return { asked, clock, life, run }
}

/** Runs lives of so many steps each, the last one to its end. */
async function livesOf(steps: readonly number[], list: readonly VerificationRequest[]) {
  const journal = memoryJournal()
  const { asked, life, run } = service()
  for (const left of steps) {
    life.left = left
    await run(list, journal).catch((caught: unknown) => {
      if (!(caught instanceof Killed)) throw caught
    })
  }
  life.left = Number.POSITIVE_INFINITY
  return { answers: await run(list, journal), asked }
}

const idsOf = (all: readonly { readonly id: string }[]) => all.map((one) => one.id)

describe('askAll with a journal', () => {
  test('killed at any step it loses no answer, and asks no question under two keys', async () => {
    const list = questions(11)
    const steps = fc.array(fc.nat({ max: 25 }), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(steps, async (lives) => {
        const { answers, asked } = await livesOf(lives, list)
        expect(idsOf(answers)).toEqual(idsOf(list))
        const keys = new Map<string, Set<string>>()
        for (const { id, requests } of asked) {
          expect(await batchIdOf(requests)).toBe(id)
          for (const one of requests) keys.set(one.id, (keys.get(one.id) ?? new Set()).add(id))
        }
        expect([...keys.values()].every((one) => one.size === 1)).toBe(true)
        expect(keys.size).toBe(list.length)
      }),
    )
  })

  test('what was answered is not asked again', async () => {
    const journal = memoryJournal()
    const { asked, run } = service()
    await run(questions(7), journal)
    expect(asked).toHaveLength(3)
    const progress: number[] = []
    const answers = await run(questions(7), journal, { onProgress: (done) => progress.push(done) })
    expect(asked).toHaveLength(3)
    expect(idsOf(answers)).toEqual(idsOf(questions(7)))
    expect(progress).toEqual([3, 6, 7])
  })

  test.each([
    ['in another order', (list: VerificationRequest[]) => list.reverse(), {}],
    ['in batches of another size', (list: VerificationRequest[]) => list, { batchSize: 2 }],
  ])('a list that comes again %s goes on under its keys', async (_, change, more) => {
    const journal = memoryJournal()
    const { asked, life, run } = service(9)
    await expect(run(questions(7), journal)).rejects.toThrow(Killed)
    life.left = Number.POSITIVE_INFINITY
    const list = change(questions(7))
    expect(idsOf(await run(list, journal, more))).toEqual(idsOf(list))
    const keys = asked.flatMap(({ id, requests }) => requests.map((one) => `${one.id} ${id}`))
    expect(new Set(keys).size).toBe(7)
  })

  test('a question that was added is asked, the others are not', async () => {
    const journal = memoryJournal()
    const { asked, run } = service()
    await run(questions(3), journal)
    await run(questions(4), journal)
    expect(asked.map(({ requests }) => requests.length)).toEqual([3, 1])
  })

  test.each([
    ['a question was changed under its id', [requestAt(0, { fullName: 'Lê Thị Khác' })]],
    ['a question was left out', []],
  ])('when %s, nothing is sent', async (_, first) => {
    const journal = memoryJournal()
    const { asked, run } = service()
    await run(questions(3), journal)
    const list = [...first, ...questions(3).slice(1)]
    expect(await codeOf(run(list, journal))).toBe('identity.verification.other-questions')
    expect(asked).toHaveLength(1)
  })

  test.each([
    [29, 'nothing was thrown'],
    [30, 'identity.verification.lapsed'],
  ])('answers of %i days ago', async (days, code) => {
    const journal = memoryJournal()
    const { asked, clock, run } = service()
    await run(questions(3), journal)
    clock.advance(days * 86_400_000)
    expect(await codeOf(run(questions(3), journal))).toBe(code)
    expect(asked).toHaveLength(1)
  })

  test('a batch that was refused frees its questions', async () => {
    const journal = memoryJournal()
    const refused = new HttpError(httpErrors, 'http.status', { status: 422 })
    const world = { largest: 5, now: () => parseInstant(at) }
    const options = { batchSize: 3, journal }
    const ask = () => Promise.reject(refused)
    await expect(askAll(questions(3), options, { ...world, ask })).rejects.toBe(refused)
    const { asked, run } = service()
    const corrected = [requestAt(8), ...questions(3).slice(1)]
    expect(idsOf(await run(corrected, journal))).toEqual(idsOf(corrected))
    expect(asked).toHaveLength(1)
  })

  test.each([401, 409, 429, 500, 503])('a batch that met %i keeps its key', async (status) => {
    const journal = memoryJournal()
    const busy = new HttpError(httpErrors, 'http.status', { status })
    const ask = () => Promise.reject(busy)
    const world = { largest: 5, now: () => parseInstant(at) }
    await expect(askAll(questions(3), { journal }, { ...world, ask })).rejects.toBe(busy)
    const kinds = (await journal.read()).map((entry: JournalEntry) => entry.kind)
    expect(kinds).toEqual(['asked'])
  })

  test('nothing is sent when it cannot be written down first', async () => {
    const { asked, run } = service()
    const full = { ...memoryJournal(), append: () => Promise.reject(new Error('disk full')) }
    await expect(run(questions(3), full)).rejects.toThrow('disk full')
    expect(asked).toEqual([])
  })
})

test('two questions under one id are refused before anything is sent', async () => {
  const { asked, run } = service()
  const list = [...questions(2), requestAt(1, { fullName: 'Lê Thị Khác' })]
  expect(await codeOf(run(list, memoryJournal()))).toBe('identity.verification.same-id')
  expect(asked).toEqual([])
})

const allButMismatch = ['match', 'not-found', 'unverifiable'] as const
test.each(allButMismatch)('%s that names a field which differs is no answer', async (outcome) => {
  const [one] = questions(1)
  const result = { ...resultFor(one?.id ?? '', outcome), mismatched: ['name' as const] }
  const ask = () => Promise.resolve([result])
  const given = askAll(questions(1), {}, { largest: 5, ask, now: () => parseInstant(at) })
  expect(await codeOf(given)).toBe('identity.verification.contradiction')
})
