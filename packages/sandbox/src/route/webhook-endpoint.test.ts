import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fixedClock, hasCode } from '@tiemchung/core'
import { openWebhook } from '@tiemchung/feedback/webhook'
import type { FeedbackItem } from '@tiemchung/schemas'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox.js'
import {
  ask,
  feedbackRequest,
  logIn,
  morning,
  newId,
  receivedFeedback,
  startSandbox,
} from '../test-platform.fixture.js'

interface Came {
  readonly path: string
  readonly body: string
  readonly headers: IncomingHttpHeaders
}

let sandbox: Sandbox
let head: string
let url: string
/** What came to the receiver, and what it answers next at a path; 200 when nothing is said. */
const all: Came[] = []
const answers = new Map<string, number[]>()
const receiver = createServer((request, response) => {
  let body = ''
  request.on('data', (part: Buffer) => {
    body += part.toString()
  })
  request.on('end', () => {
    const path = request.url ?? ''
    all.push({ path, body, headers: request.headers })
    const status = answers.get(path)?.shift() ?? 200
    response.writeHead(status, { location: `${url}/elsewhere` }).end()
  })
})
beforeAll(async () => {
  sandbox = await startSandbox()
  head = await logIn(sandbox, 'head.01234')
  receiver.listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`
}, 60_000)
afterAll(async () => {
  receiver.close()
  await sandbox.close()
})

const open = (id: string, body: object, token = head) =>
  ask(sandbox, 'PUT', `/v1/webhook-endpoints/${id}`, { token, body })
const look = async (id: string) =>
  (await ask(sandbox, 'GET', `/v1/webhook-endpoints/${id}`, { token: head })).body
const item = async (change: object = {}) =>
  (await receivedFeedback(sandbox, feedbackRequest(change))) as unknown as FeedbackItem
const at = (seconds: number) => sandbox.setClock(new Date(morning.getTime() + seconds * 1000))

/** A fresh endpoint at an address of its own, what it answers first, and what comes there. */
async function endpoint(...first: number[]) {
  const id = newId()
  const address = `${url}/${id}`
  answers.set(`/${id}`, first)
  const secret = String((await open(id, { url: address, unit: '01234' })).body['secret'])
  const came = () => all.filter(({ path }) => path === `/${id}`)
  const opened = (index: number, time = morning) => {
    const { body = '', headers = {} } = came()[index] ?? {}
    const options = { secrets: [secret], clock: fixedClock(time) }
    return openWebhook(body, headers as Record<string, string>, options)
  }
  return { id, address, secret, came, opened }
}

describe('an endpoint', () => {
  test('is told what happens to the items of its unit, signed', async () => {
    const before = await item()
    const { id, came, opened } = await endpoint()
    await ask(sandbox, 'POST', `/v1/feedback/${before.id}/take`, {
      token: head,
      body: { revision: 1 },
    })
    await item({ facility: '01236' })
    expect(await sandbox.deliverWebhooks()).toEqual({ delivered: 1, failed: 0, givenUp: 0 })
    expect(came()).toHaveLength(1)
    const { notification } = await opened(0)
    expect(notification.data).toMatchObject({ id: before.id, action: 'take', revision: 2 })
    const { body = '', headers = {} } = came()[0] ?? {}
    const secrets = [`whsec_${Buffer.alloc(24).toString('base64')}`]
    await expect(
      openWebhook(body, headers as Record<string, string>, { secrets, clock: fixedClock(morning) }),
    ).rejects.toSatisfy((error) => hasCode(error, 'feedback.webhook.signature'))
    expect(await look(id)).toMatchObject({ delivered: 1, waiting: 0, givenUp: 0 })
    await sandbox.deliverWebhooks()
    expect(came()).toHaveLength(1)
  })

  test('that does not take a message gets it again under the same id, later each time', async () => {
    const { id, came, opened } = await endpoint(500, 302)
    await item()
    const tries: number[] = []
    for (const second of [0, 4, 6, 30, 37, 38]) {
      at(second)
      await sandbox.deliverWebhooks()
      tries.push(came().length)
    }
    at(0)
    expect((await look(id))['delivered']).toBe(1)
    expect(new Set(came().map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(tries).toEqual([1, 1, 2, 2, 3, 3])
    const sent = new Date(Number(came()[2]?.headers['webhook-timestamp']) * 1000)
    expect((await opened(2, sent)).notification.data.action).toBe('confirm')
  })

  test('that never takes a message is left alone after nine tries', async () => {
    const { id, came } = await endpoint(...Array.from({ length: 9 }, () => 503))
    await item()
    let day = 0
    const counts = { failed: 0, givenUp: 0 }
    for (let round = 0; round < 12; round += 1) {
      at(day)
      const { failed, givenUp } = await sandbox.deliverWebhooks()
      counts.failed += failed
      counts.givenUp += givenUp
      day += 86_400
    }
    at(0)
    expect([counts, came().length]).toEqual([{ failed: 8, givenUp: 1 }, 9])
    expect(await look(id)).toMatchObject({ delivered: 0, waiting: 0, givenUp: 1 })
  })

  test('is sent each message by one of two senders', async () => {
    const { came } = await endpoint()
    for (let made = 0; made < 5; made += 1) await item()
    await Promise.all([sandbox.deliverWebhooks(), sandbox.deliverWebhooks()])
    expect(came()).toHaveLength(5)
  })

  test('shows its secret once; opened again it is the same, and never another', async () => {
    const { id, address, secret } = await endpoint()
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/)
    const again = await open(id, { url: address, unit: '01234' })
    expect([again.status, again.body['secret']]).toEqual([200, undefined])
    expect(JSON.stringify(await look(id))).not.toContain(secret)
    const changed = await open(id, { url: `${url}/other`, unit: '01234' })
    expect([changed.status, changed.body['code']]).toEqual([409, 'platform.conflict'])
    const foreign = await logIn(sandbox, 'head.01236')
    expect((await open(id, { url, unit: '01236' }, foreign)).status).toBe(409)
    expect((await open(newId(), { url, unit: '01234' }, foreign)).status).toBe(403)
    const path = `/v1/webhook-endpoints/${id}`
    expect((await ask(sandbox, 'GET', path, { token: foreign })).status).toBe(404)
    expect(
      (await ask(sandbox, 'GET', `/v1/webhook-endpoints/${newId()}`, { token: head })).status,
    ).toBe(404)
  })

  test.each([
    'http://clinic.example.vn/',
    'http://127.0.0.1.example.vn/',
    'https://user:secret@clinic.example.vn/',
    'ftp://127.0.0.1/',
    'file:///etc/passwd',
    'nowhere',
  ])('at %s is refused', async (address) => {
    const answer = await open(newId(), { url: address, unit: '01234' })
    expect([answer.status, answer.body['code']]).toEqual([422, 'platform.webhook.address'])
  })

  test.each(['https://clinic.example.vn/in', 'http://localhost:9/', 'http://[::1]:9/'])(
    'at %s is opened',
    async (address) => {
      expect((await open(newId(), { url: address, unit: '01234' })).status).toBe(201)
    },
  )
})
