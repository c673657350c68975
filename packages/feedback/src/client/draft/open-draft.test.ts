import { InputError } from '@tiemchung/core'
import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { jpeg, png, withSegments, exifOf } from '../../evidence/picture.fixture.js'
import { feedbackPolicy9458 } from '../../rules/policy/feedback-policy-9458.js'
import { type Fault, form, phone, platform, reference } from '../platform.fixture.js'
import type { DraftProgress, DraftStore } from './draft.js'
import { memoryStore } from './memory-store.js'
import { discardDraft, openDraft } from './open-draft.js'

/** A PDF of so many bytes, filled by a number. */
function pdf(bytes: number, filling = 1): Uint8Array {
  const file = new Uint8Array(bytes).fill(filling)
  file.set(new TextEncoder().encode('%PDF-1.7'))
  return file
}

/** A store whose texts can be looked at. */
function shelf(): DraftStore & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>()
  return {
    texts,
    get: (key) => Promise.resolve(texts.get(key) ?? null),
    put: (key, text) => {
      texts.set(key, text)
    },
    delete: (key) => {
      texts.delete(key)
    },
  }
}

/** Comparing bytes one by one takes seconds. */
const digestOf = (bytes: Uint8Array = new Uint8Array()) =>
  createHash('sha256').update(bytes).digest('hex')

const codeOf = async (work: Promise<unknown>) => {
  const caught: unknown = await work.catch((error: unknown) => error)
  return (caught as { code?: string }).code
}

describe('a draft', () => {
  test('is there again when it is opened again, with its id and its files', async () => {
    const { http } = platform()
    const store = shelf()
    const first = await openDraft({ http, store })
    await first.change(form)
    await first.change({ note: 'Sai tên', facility: '01234' })
    await first.change({ facility: undefined })
    const file = await first.addEvidence(jpeg)
    const again = await openDraft({ http, store })
    expect(again.state()).toEqual(first.state())
    expect(again.state().form).toEqual({ ...form, note: 'Sai tên' })
    expect(again.state().files).toEqual([file])
    expect((await openDraft({ http, store, name: 'other' })).state().form).toEqual({})
  })

  test('keeps of a photo only the picture, and a file once', async () => {
    const store = shelf()
    const draft = await openDraft({ http: platform().http, store })
    const file = await draft.addEvidence(withSegments(exifOf('II', 6)))
    expect(await draft.addEvidence(withSegments(exifOf('II', 6)))).toEqual(file)
    expect(draft.state().files).toHaveLength(1)
    const kept = store.texts.get(`feedback-draft/report/${file.id}`) ?? ''
    expect(Buffer.from(kept, 'base64')).toHaveLength(file.bytes)
  })

  test.each([
    ['an empty file', new Uint8Array(), 'feedback.evidence.empty'],
    ['a zip', Uint8Array.of(0x50, 0x4b, 3, 4), 'feedback.evidence.type'],
    [
      'a picture in letters',
      new TextEncoder().encode('<svg><script/></svg>'),
      'feedback.evidence.type',
    ],
    ['40 MB', pdf(40_000_000), 'feedback.evidence.too-large'],
  ])('refuses %s and keeps nothing of it', async (_, bytes, code) => {
    const store = shelf()
    const draft = await openDraft({ http: platform().http, store })
    await expect(draft.addEvidence(bytes)).rejects.toMatchObject({ issues: [{ code }] })
    expect(store.texts.size).toBe(0)
  })

  test('takes so many files as the policy allows, and another in place of one', async () => {
    const draft = await openDraft({ http: platform().http })
    const { most } = feedbackPolicy9458.evidence
    for (let count = 0; count < most; count += 1) await draft.addEvidence(pdf(20, count))
    await expect(draft.addEvidence(png)).rejects.toMatchObject({
      issues: [{ code: 'feedback.evidence.too-many' }],
    })
    const [first] = draft.state().files
    await draft.removeEvidence(first?.id as never)
    expect(await draft.addEvidence(png)).toMatchObject({ state: 'kept' })
  })

  test('a text that is no draft is said to be none, and can be discarded', async () => {
    const { http } = platform()
    for (const text of ['{', '{}', 'null', '{"format":"feedback-draft/1","id":"1"}']) {
      const store = shelf()
      store.texts.set('feedback-draft/report', text)
      expect(await codeOf(openDraft({ http, store }))).toBe('feedback.draft.unreadable')
      await discardDraft(store)
      expect((await openDraft({ http, store })).state().stage).toBe('open')
    }
  })

  test('discarded, leaves nothing, and a new one has another id', async () => {
    const store = shelf()
    const draft = await openDraft({ http: platform().http, store })
    const { id } = draft.state()
    await draft.change(form)
    await draft.addEvidence(jpeg)
    await draft.discard()
    expect(store.texts.size).toBe(0)
    expect(draft.state()).toMatchObject({ form: {}, files: [], stage: 'open' })
    expect(draft.state().id).not.toBe(id)
  })

  test('begins from a notice, by the address that its code holds', async () => {
    const { held, http } = platform()
    const draft = await openDraft({ http })
    const link = 'https://phan-anh.example.vn/#H7KQ-29XM-4TRB'
    expect(await draft.startFromNotice(link)).toMatchObject({ doseNumber: 1 })
    expect(held.asked).toEqual(['GET /v1/notices/H7KQ-29XM-4TRB'])
    expect(draft.state().form).toEqual({
      recordId: '0180235c-1e80-7000-8000-00000000000a',
      facility: '01234',
    })
    expect(await codeOf(draft.startFromNotice('0912345678'))).toBe('feedback.notice.reference')
  })
})

/** A draft that is filled in, with files of these sizes. */
async function filled(
  fault?: Parameters<typeof platform>[0],
  files: readonly number[] = [],
  store = shelf(),
) {
  const { held, http } = platform(fault)
  const draft = await openDraft({ http, store })
  await draft.change(form)
  for (const [index, bytes] of files.entries()) await draft.addEvidence(pdf(bytes, index + 1))
  return { held, http, draft, store }
}

describe('sending', () => {
  test('hands the report over under its id, then its files, then is confirmed and gone', async () => {
    const { held, draft, store } = await filled(undefined, [1000, 600_000])
    const { id, files } = draft.state()
    const told: DraftProgress[] = []
    const outcome = await draft.send({ onProgress: (one) => told.push(one) })
    const follow = { id, reference, phone }
    expect(outcome).toEqual({ follow, left: [], refused: [] })
    expect([...held.reports.keys()]).toEqual([id])
    expect(held.requests[0]?.headers.get('idempotency-key')).toBe(id)
    expect(digestOf(held.files.get(files[1]?.id ?? ''))).toBe(digestOf(pdf(600_000, 2)))
    expect(told.at(-1)).toEqual({ file: files[1]?.id, sent: 601_000, total: 601_000 })
    expect(told.map(({ sent }) => sent)).toEqual([1000, 1000, 263_144, 525_288, 601_000])
    expect(draft.state().stage).toBe('handed-over')
    expect(await codeOf(draft.confirm('000000'))).toBe('http.status')
    await draft.resendCode()
    expect(held.asked.at(-1)).toBe(`POST /v1/feedback/${id}/code`)
    expect(draft.state().stage).toBe('handed-over')
    expect(await draft.confirm('123456')).toMatchObject({ id, state: 'received' })
    expect(store.texts.size).toBe(0)
  })

  test('what the form lacks is said before anything is sent, and it stays open', async () => {
    const { held, draft } = await filled()
    await draft.change({ type: undefined })
    expect(await codeOf(draft.send())).toBe('schema.invalid')
    expect(held.asked).toEqual([])
    expect(draft.state().stage).toBe('open')
  })

  test('two at a time are one', async () => {
    const { held, draft } = await filled(undefined, [1000])
    const [one, other] = await Promise.all([draft.send(), draft.send()])
    expect(one).toBe(other)
    expect(held.asked).toHaveLength(2)
  })

  test.each<Fault>(['lost', 'answer-lost', 'late-503'])(
    'a report that was cut (%s) is sealed, kept, and sent again letter by letter',
    async (fault) => {
      const { held, http, draft, store } = await filled((_, count) =>
        count === 1 ? fault : undefined,
      )
      const { id } = draft.state()
      const outcome = await draft.send()
      expect(outcome.follow).toBeUndefined()
      expect(outcome.failure).toMatchObject({ name: 'HttpError' })
      expect(draft.state().stage).toBe('sealed')
      await expect(draft.change({ note: 'x' })).rejects.toThrow(InputError)
      expect(await codeOf(draft.confirm('123456'))).toBe('feedback.draft.unsent')
      expect(await codeOf(draft.resendCode())).toBe('feedback.draft.unsent')
      const again = await openDraft({ http, store })
      expect((await again.send()).follow).toEqual({ id, reference, phone })
      expect(held.reports.size).toBe(1)
    },
  )

  test('a report that is refused can be changed again, and goes under another id', async () => {
    const { held, draft } = await filled((_, count) => (count === 1 ? 'refused' : undefined))
    const { id } = draft.state()
    expect(await codeOf(draft.send())).toBe('http.status')
    expect(draft.state().stage).toBe('open')
    await draft.change({ note: 'Đã sửa' })
    const { follow } = await draft.send()
    expect(follow?.id).not.toBe(id)
    expect([...held.reports.keys()]).toEqual([follow?.id])
  })

  test('a file that is refused is not sent again, and holds up no other', async () => {
    const { draft } = await filled(
      (request, count) => (count === 2 && request.method === 'PUT' ? 'refused' : undefined),
      [1000, 2000],
    )
    const outcome = await draft.send()
    expect(outcome.refused.map(({ bytes }) => bytes)).toEqual([1000])
    expect(outcome.left).toEqual([])
    expect(draft.state().files.map(({ state }) => state)).toEqual(['refused', 'sent'])
  })

  test('confirmed before its files are there, it says what is left and is gone after them', async () => {
    let isDown = true
    const { draft, store } = await filled(
      (request) => (isDown && request.url.includes('/evidence/') ? 'lost' : undefined),
      [1000],
    )
    const outcome = await draft.send()
    expect(outcome.left).toHaveLength(1)
    expect(outcome.failure).toMatchObject({ code: 'http.network' })
    await draft.confirm('123456')
    expect(draft.state().stage).toBe('confirmed')
    isDown = false
    expect((await draft.send()).left).toEqual([])
    expect(store.texts.size).toBe(0)
  })

  test('discarded on the way, is not written again', async () => {
    const { draft, store } = await filled(undefined, [300_000])
    await draft.send({
      onProgress: () => {
        draft.discard().catch(() => undefined)
      },
    })
    expect(store.texts.size).toBe(0)
    expect(draft.state().follow).toBeUndefined()
  })

  test('a signal ends it, and what was reached stays', async () => {
    const { held, draft } = await filled(undefined, [2_000_000])
    const stop = new AbortController()
    const outcome = await draft.send({
      signal: stop.signal,
      onProgress: ({ sent }) => {
        if (sent > 500_000) stop.abort()
      },
    })
    expect(outcome.failure).toMatchObject({ code: 'http.cancelled' })
    expect(outcome.left[0]?.sent).toBe(524_288)
    await draft.send()
    expect(held.taken).toBe(2_000_000)
  })

  test('cut at twenty random points, every byte arrives once', async () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 2, max: 40 }), { minLength: 20, maxLength: 20 })
    const kinds = fc.constantFrom<Fault>('lost', 'answer-lost', 'late-503')
    const scripts = fc.tuple(cuts, fc.array(kinds, { minLength: 20, maxLength: 20 }))
    await fc.assert(
      fc.asyncProperty(scripts, async ([points, faults]) => {
        const script = new Map(points.map((point, index) => [point, faults[index]]))
        const sizes = [700_000, 100_000, 300_000]
        const { held, http, store } = await filled((_, count) => script.get(count), sizes)
        let rounds = 0
        for (; rounds < 40; rounds += 1) {
          const draft = await openDraft({ http, store })
          const { left, follow } = await draft.send()
          if (follow !== undefined && left.length === 0) break
        }
        expect(rounds).toBeLessThan(40)
        expect(held.reports.size).toBe(1)
        expect(held.taken).toBe(1_100_000)
        const whole = sizes.map((bytes, index) => digestOf(pdf(bytes, index + 1)))
        expect([...held.files.values()].map(digestOf)).toEqual(whole)
      }),
      { numRuns: 20 },
    )
  })
})

describe('memoryStore', () => {
  test('keeps, gives and forgets', async () => {
    const store = memoryStore()
    await store.put('a', '1')
    expect(await store.get('a')).toBe('1')
    await store.delete('a')
    expect(await store.get('a')).toBeUndefined()
  })
})
