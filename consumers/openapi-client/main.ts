/** A client that a generator made of the OpenAPI document, against a running platform: from a report to its answer. */
import { createHash, randomUUID } from 'node:crypto'
import createClient from 'openapi-fetch'
import type { components, paths } from './platform.js'

const { address, accounts } = JSON.parse(process.argv[2] ?? '') as {
  address: string
  accounts: { name: string; password: string }[]
}
const client = createClient<paths>({ baseUrl: address })

/** The data of an answer; a refusal ends the program under its code. */
async function dataOf<Data>(
  asked: Promise<{ data?: Data; error?: unknown; response: Response }>,
): Promise<Data> {
  const { data, error, response } = await asked
  if (data !== undefined) return data
  throw new Error(`${response.status} ${(error as { code?: string } | undefined)?.code ?? ''}`)
}

/** Text messages are no part of the platform's API: the sandbox shows them. */
async function codeTo(query: string): Promise<string> {
  const answer = await fetch(`${address}/_sandbox/messages?${query}`)
  const { items } = (await answer.json()) as { items: { text: string }[] }
  return /\d{6}/.exec(items[0]?.text ?? '')?.[0] ?? ''
}

const phone = '0912345678'
const id = randomUUID()
const body: components['schemas']['FeedbackRequest'] = {
  format: 'feedback/1',
  id,
  type: 'wrong-sex',
  reporter: { fullName: 'Trần Thị Mẫu', phone, relationship: 'mother' },
  person: { fullName: 'Nguyễn Thị Mẫu', birthDate: '2014-09-02' },
  facility: '01234',
  claimed: { sex: 'female' },
}
const path = { id }
const { reference } = await dataOf(
  client.PUT('/v1/feedback/{id}', { params: { path, header: { 'idempotency-key': id } }, body }),
)
const own = { 'x-feedback-reference': reference, 'x-feedback-phone': phone }

const photo = Uint8Array.of(0xff, 0xd8, 0xff, 0xdb, 0, 3, 1, 0xff, 0xda, 0, 2, 0xff, 0xd9)
const digest = createHash('sha256').update(photo).digest('base64')
await dataOf(
  client.PUT('/v1/feedback/{id}/evidence/{evidenceId}', {
    params: {
      path: { id, evidenceId: randomUUID() },
      header: { ...own, 'content-digest': `sha-256=:${digest}:` },
    },
    body: photo,
    bodySerializer: (bytes) => bytes as Uint8Array<ArrayBuffer>,
    headers: { 'content-type': 'image/jpeg' },
  }),
)
await dataOf(
  client.POST('/v1/feedback/{id}/confirmation', {
    params: { path },
    body: { code: await codeTo(`phone=${phone}`) },
  }),
)

const account = 'head.01234'
const password = accounts.find(({ name }) => name === account)?.password ?? ''
const { challengeId } = await dataOf(client.POST('/v1/sessions', { body: { account, password } }))
const { accessToken } = await dataOf(
  client.POST('/v1/sessions/{id}/answer', {
    params: { path: { id: challengeId } },
    body: { code: await codeTo(`account=${account}`) },
  }),
)
client.use({
  onRequest: ({ request }) => request.headers.set('authorization', `Bearer ${accessToken}`),
})

const { items } = await dataOf(
  client.GET('/v1/feedback', { params: { query: { unit: '01234', state: 'received' } } }),
)
const [first] = items
if (first === undefined) throw new Error('the queue is empty')
const { revision } = await dataOf(
  client.POST('/v1/feedback/{id}/take', {
    params: { path: { id: first.id } },
    body: { revision: first.revision },
  }),
)
// @ts-expect-error -- a rejection says why
const unfounded: components['schemas']['FeedbackDecision'] = { outcome: 'rejected' }
const refused = await client.POST('/v1/feedback/{id}/decision', {
  params: { path },
  body: { revision, decision: unfounded },
})
await dataOf(
  client.POST('/v1/feedback/{id}/decision', {
    params: { path },
    body: { revision, decision: { outcome: 'rejected', reason: 'photo-unreadable' } },
  }),
)
const followed = await dataOf(client.GET('/v1/feedback/{id}', { params: { path, header: own } }))
const { state, evidence, decision } = followed
const reason = decision?.outcome === 'rejected' ? decision.reason : undefined
const told = { refused: refused.response.status, queue: items.length, files: evidence.length }
process.stdout.write(`${JSON.stringify({ ...told, state, reason })}\n`)
