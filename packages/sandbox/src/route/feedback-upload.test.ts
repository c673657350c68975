import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox.js'
import {
  ask,
  feedbackRequest,
  jpeg,
  logIn,
  morning,
  newId,
  ownerOf,
  receivedFeedback,
  startSandbox,
} from '../test-platform.fixture.js'

let sandbox: Sandbox
let head: string
beforeAll(async () => {
  sandbox = await startSandbox()
  head = await logIn(sandbox, 'head.01234')
}, 60_000)
afterAll(() => sandbox.close())

const MiB = 1_048_576
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** A file of a fresh item, and how it is sent. */
async function fileOf(bytes: Uint8Array, change: object = {}) {
  const received = await receivedFeedback(sandbox, feedbackRequest())
  const item = String(received['id'])
  const headers = ownerOf(received)
  const id = newId()
  const path = `/v1/feedback/${item}/evidence/${id}/upload`
  const said = { bytes: bytes.length, mediaType: 'image/jpeg', sha256: sha256(bytes), ...change }
  return {
    ...{ id, item, path, said, headers },
    start: (body: object = said) => ask(sandbox, 'POST', path, { body, headers }),
    where: () => ask(sandbox, 'GET', path, { headers }),
    piece: (offset: number | string, end: number, from = Number(offset)) =>
      ask(sandbox, 'PATCH', path, {
        raw: bytes.slice(from, end),
        headers: {
          ...headers,
          'content-type': 'application/partial-upload',
          'upload-offset': String(offset),
        },
      }),
    evidence: async () =>
      (await ask(sandbox, 'GET', `/v1/feedback/${item}/item`, { token: head })).body['evidence'],
  }
}

describe('an upload', () => {
  const photo = jpeg(1, 2.5 * MiB)

  test('goes on where it was cut, and is evidence when it is whole', async () => {
    const file = await fileOf(photo)
    expect(await file.start()).toMatchObject({ status: 201, body: { offset: 0 } })
    expect((await file.piece(0, MiB)).body).toEqual({ offset: MiB, bytes: photo.length })
    expect(await file.start()).toMatchObject({ status: 200, body: { offset: MiB } })
    expect((await file.where()).body['offset']).toBe(MiB)
    await file.piece(MiB, 2 * MiB)
    expect(await file.evidence()).toEqual([])
    const last = await file.piece(2 * MiB, photo.length)
    const { id, said } = file
    expect(last.body).toEqual({
      offset: photo.length,
      bytes: photo.length,
      evidence: { id, ...said },
    })
    expect(await file.evidence()).toEqual([{ id, ...said }])
    expect((await file.where()).body).toEqual(last.body)
    expect((await file.start()).body).toEqual(last.body)
  })

  test('whose piece comes twice is told where to go on', async () => {
    const file = await fileOf(photo)
    await file.start()
    await file.piece(0, MiB)
    for (const offset of [0, 2 * MiB, 'x', '-1']) {
      const answer = await file.piece(offset, MiB, 0)
      expect([answer.status, answer.body['code']]).toEqual([409, 'platform.upload.offset'])
      expect(answer.body['current']).toEqual({ offset: MiB, bytes: photo.length })
    }
    await file.piece(MiB, 2 * MiB)
    const last = await file.piece(2 * MiB, photo.length)
    const again = await file.piece(2 * MiB, photo.length)
    expect([again.status, again.body['current']]).toEqual([409, last.body])
  })

  test('cut anywhere comes out the same', async () => {
    const small = jpeg(7, 500)
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: small.length - 1 }), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(cuts, async (unordered) => {
        const file = await fileOf(small)
        await file.start()
        const ends = [...unordered.sort((one, other) => one - other), small.length]
        for (const [index, end] of ends.entries()) await file.piece(ends[index - 1] ?? 0, end)
        expect(await file.evidence()).toEqual([{ id: file.id, ...file.said }])
      }),
      { numRuns: 20 },
    )
  })

  test('of which two pieces come at once keeps one of them', async () => {
    const file = await fileOf(photo)
    await file.start()
    const both = await Promise.all([file.piece(0, MiB), file.piece(0, MiB / 2)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect([MiB, MiB / 2]).toContain((await file.where()).body['offset'])
  })

  test.each([
    ['a digest of something else', jpeg(1), { sha256: 'ab'.repeat(32) }, 'digest', undefined],
    ['another kind than it is', jpeg(1), { mediaType: 'image/png' }, 'media-type', undefined],
    ['no picture', new Uint8Array(20), {}, undefined, 'feedback.evidence.type'],
  ])('with %s is thrown away at its end', async (_, bytes, change, detail, code) => {
    const file = await fileOf(bytes, change)
    expect((await file.start()).status).toBe(201)
    const answer = await file.piece(0, bytes.length)
    expect(answer).toMatchObject({ status: 422, body: { code: 'platform.evidence' } })
    expect(answer.body['detail']).toBe(detail)
    const issues = (answer.body['issues'] ?? []) as { code: string }[]
    expect(issues[0]?.code).toBe(code)
    expect(await file.evidence()).toEqual([])
    expect((await file.where()).status).toBe(404)
    expect((await file.piece(0, bytes.length)).status).toBe(404)
  })

  test('is not begun too large, nor with pieces larger than 1 MiB or more than was said', async () => {
    const large = await fileOf(photo, { bytes: 8 * MiB + 1 })
    const refused = await large.start()
    expect([refused.status, refused.body['code']]).toEqual([422, 'platform.evidence'])
    expect(refused.body['issues']).toMatchObject([{ code: 'feedback.evidence.too-large' }])
    expect((await large.where()).status).toBe(404)
    const file = await fileOf(photo, { bytes: 100 })
    await file.start()
    const piece = await file.piece(0, MiB + 1)
    expect([piece.status, piece.body['code']]).toEqual([413, 'platform.too-large'])
    expect((await file.piece(0, 101)).body).toMatchObject({ status: 422, detail: 'length' })
    expect((await file.where()).body['offset']).toBe(0)
  })

  test('under the id of another is a conflict; announced otherwise too', async () => {
    const file = await fileOf(photo)
    await file.start()
    expect((await file.start({ ...file.said, bytes: 5 })).body['code']).toBe('platform.conflict')
    const item = await receivedFeedback(sandbox, feedbackRequest())
    const path = `/v1/feedback/${String(item['id'])}/evidence/${file.id}/upload`
    const headers = ownerOf(item)
    const other = await ask(sandbox, 'POST', path, { body: file.said, headers })
    expect([other.status, other.body['code']]).toEqual([409, 'platform.conflict'])
    expect((await ask(sandbox, 'GET', path, { headers })).status).toBe(404)
  })

  test('counts among the five files of an item, and is forgotten after a day', async () => {
    const file = await fileOf(jpeg(1))
    const begin = () =>
      ask(sandbox, 'POST', file.path.replace(file.id, newId()), {
        body: file.said,
        headers: file.headers,
      })
    for (let begun = 0; begun < 5; begun += 1) expect((await begin()).status).toBe(201)
    expect((await begin()).body).toMatchObject({ code: 'platform.evidence', detail: 'most' })
    sandbox.setClock(new Date(morning.getTime() + 25 * 3_600_000))
    expect((await begin()).status).toBe(201)
    sandbox.setClock(morning)
  })
})
