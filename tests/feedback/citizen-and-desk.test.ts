/** A parent and the officers of a facility, by the clients, on the platform. People are invented. */
import {
  type Follow,
  isFeedbackConflict,
  memoryStore,
  openDraft,
  citizenClient,
  staffClient,
} from '@tiemchung/feedback'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { form, pdf, phone, Platform } from './platform.fixture.js'

let platform: Platform
beforeAll(async () => {
  platform = await Platform.open()
}, 60_000)
afterAll(() => platform.sandbox.close())

const line = (...given: Parameters<Platform['line']>) => platform.line(...given)
const logIn = (account: string) => platform.logIn(account)

/** A report that counts, by a line that is cut at every third request. */
async function reported(files: readonly Uint8Array[] = []): Promise<Follow> {
  const http = line(undefined, (count) => count % 3 === 1)
  const store = memoryStore()
  const first = await openDraft({ http, store })
  await first.change(form)
  for (const file of files) await first.addEvidence(file)
  let follow: Follow | undefined
  for (let tries = 0; tries < 10; tries += 1) {
    const draft = await openDraft({ http, store })
    const outcome = await draft.send()
    follow = outcome.follow
    if (outcome.failure !== undefined) continue
    await (await openDraft({ http: line(), store })).confirm(await platform.codeOf({ phone }))
    break
  }
  if (follow === undefined) throw new Error('the report never came through')
  return follow
}

describe('a report over a bad line', () => {
  test('arrives once, with its files as they were, and its draft is gone', async () => {
    const paper = pdf(700_000)
    const follow = await reported([paper, pdf(2000)])
    const item = await citizenClient({ http: line() }).follow(follow)
    expect(item).toMatchObject({ state: 'received', reference: follow.reference })
    expect(item.evidence.map(({ bytes }) => bytes).sort()).toEqual([2000, 700_000])
    const staff = staffClient({ http: await logIn('head.01234') })
    const mine = await staff.queue({ unit: '01234' }).toArray({ limit: 100 })
    expect(mine.filter(({ id }) => id === follow.id)).toHaveLength(1)
  })
})

describe('a desk', () => {
  test('asks, is answered, and the second officer gets the item as it stands', async () => {
    const follow = await reported()
    const staff = staffClient({ http: await logIn('head.01234') })
    const seen = await staff.load(follow.id)
    const asked = await staff.ask(await staff.take(seen), 'Gửi ảnh rõ hơn')
    expect(asked.state).toBe('needs-information')
    const late: unknown = await staff.take(seen).catch((error: unknown) => error)
    if (!isFeedbackConflict(late)) throw new Error('no conflict')
    expect(late.current?.revision).toBe(asked.revision)
    const citizen = citizenClient({ http: line() })
    const answered = await citizen.supplement(follow, { note: 'Ảnh mới' })
    expect(answered.state).toBe('in-review')
    const rejected = await staff.decide(await staff.load(follow.id), {
      outcome: 'rejected',
      reason: 'photo-unreadable',
    })
    expect(rejected.state).toBe('rejected')
    const taken: unknown = await citizen.withdraw(follow).catch((error: unknown) => error)
    expect(isFeedbackConflict(taken) && taken.current?.state).toBe('rejected')
  })

  test('is told of changes as they come, and behind the last one after a cut', async () => {
    const staff = staffClient({ http: await logIn('head.01234') })
    const stop = new AbortController()
    const told: string[] = []
    const seen: string[] = []
    const watching = async (since?: string) => {
      const options = { signal: stop.signal, ...(since === undefined ? {} : { since }) }
      for await (const { id, change } of staff.watch(options)) {
        seen.push(id ?? '')
        told.push(`${change.data.action} ${change.data.state}`)
        if (told.length === 2 || change.data.state === 'in-review') return
      }
    }
    const before = await reported()
    await watching('0')
    told.length = 0
    const last = seen.at(-1)
    await staff.take(await staff.load(before.id))
    await watching(last)
    stop.abort()
    expect(told.at(-1)).toBe('take in-review')
    expect(new Set(seen).size).toBe(seen.length)
  })

  test('passes on what is not for it', async () => {
    const follow = await reported()
    const staff = staffClient({ http: await logIn('head.01234') })
    const to = { level: 'district', unit: '01001' } as const
    expect(await staff.passOn(await staff.load(follow.id), to)).toMatchObject({ handler: to })
    const withdrawn = await citizenClient({ http: line() }).withdraw(follow)
    expect(withdrawn.state).toBe('withdrawn')
  })
})
