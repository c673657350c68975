import type { CheckedRequestOptions } from '@tiemchung/http'
import { describe, expect, test } from 'vitest'
import { citizenClient } from '../citizen-client.js'
import { type Fault, phone, platform, reference } from '../platform.fixture.js'
import type { UploadProgress } from './upload-evidence.js'

const by = { id: '0180235c-1e80-7000-8000-000000000001' as never, reference, phone }
const evidenceId = '0180235c-1e80-7000-8000-000000000002' as never

const file = new Uint8Array(600_000).fill(7)
file.set(new TextEncoder().encode('%PDF-1.7'))

const upload = (
  fault?: (request: Request, count: number) => Fault,
  onProgress?: (one: UploadProgress) => void,
) => {
  const { held, http } = platform(fault)
  const options = onProgress === undefined ? {} : { onProgress }
  return { held, done: citizenClient({ http }).upload(by, evidenceId, file, options) }
}

describe('upload', () => {
  test('announces the file, sends it in pieces, and tells how far it has come', async () => {
    const told: number[] = []
    const { held, done } = upload(undefined, ({ sent }) => told.push(sent))
    expect(await done).toMatchObject({ id: evidenceId, bytes: 600_000 })
    const path = `/v1/feedback/${by.id}/evidence/${evidenceId}/upload`
    expect(held.asked).toEqual([`POST ${path}`, ...Array<string>(3).fill(`PATCH ${path}`)])
    const [, first] = held.requests
    expect(first?.headers.get('content-type')).toBe('application/partial-upload')
    expect(first?.headers.get('upload-offset')).toBe('0')
    expect(first?.headers.get('x-feedback-phone')).toBe(phone)
    expect(told).toEqual([0, 262_144, 524_288, 600_000])
    expect(Buffer.from(file).equals(held.files.get(evidenceId) ?? new Uint8Array())).toBe(true)
  })

  test('a piece whose answer was lost is not sent twice', async () => {
    const { held, done } = upload((_, count) => (count === 2 ? 'answer-lost' : undefined))
    await done
    expect(held.asked.map((line) => line.split(' ')[0])).toEqual([
      'POST',
      'PATCH',
      'GET',
      'PATCH',
      'PATCH',
    ])
    expect(held.taken).toBe(600_000)
  })

  test('another tab that was faster is no failure', async () => {
    const { held, http } = platform()
    const client = citizenClient({ http })
    const [one, other] = await Promise.all([
      client.upload(by, evidenceId, file),
      client.upload(by, evidenceId, file),
    ])
    expect(one).toEqual(other)
    expect(held.taken).toBe(600_000)
  })

  test('gives up when no byte goes through any more', async () => {
    const { held, done } = upload(({ method }) => (method === 'PATCH' ? 'lost' : undefined))
    await expect(done).rejects.toMatchObject({ code: 'http.network', retryable: true })
    expect(held.asked.filter((line) => line.startsWith('PATCH'))).toHaveLength(4)
  })

  test('what the platform refuses is not tried again', async () => {
    const { held, done } = upload(({ method }) => (method === 'PATCH' ? 'refused' : undefined))
    await expect(done).rejects.toMatchObject({ code: 'http.status', status: 422 })
    expect(held.asked).toHaveLength(2)
  })

  test('an answer that takes no step on is none', async () => {
    const { http } = platform()
    // Answers each piece as if it asked how far the file has come.
    const patch = ((path: string, { headers, schema }: CheckedRequestOptions<unknown>) =>
      http.get(path, { headers: headers ?? {}, schema })) as typeof http.patch
    const sent = citizenClient({ http: { ...http, patch } }).upload(by, evidenceId, file)
    await expect(sent).rejects.toMatchObject({ code: 'http.schema' })
  })
})
