import { fromHex, toHex, utf8 } from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import fc from 'fast-check'
import { Webhook } from 'standardwebhooks'
import { describe, expect, test } from 'vitest'
import { hmacSha256 } from './hmac.js'
import { openWebhook } from './open-webhook.js'
import { signWebhook } from './sign-webhook.js'

/** Test keys. */
const secret = 'whsec_dGVzdCBrZXkgdGVzdCBrZXkgdGVzdCBrZXkh'
const other = 'whsec_b3RoZXIga2V5IG90aGVyIGtleSBvdGhlciBrZXk='
const at = new Date('2022-05-20T02:00:00.700Z')
const clock = { now: () => at }
const id = 'msg_1'
const body = JSON.stringify({
  type: 'feedback.changed',
  timestamp: at.toISOString(),
  data: {
    id: '0180235c-1e80-7000-8000-000000000003',
    action: 'take',
    state: 'in-review',
    revision: 2,
    handler: { level: 'facility', unit: '22001' },
  },
})

const code = async (promise: Promise<unknown>) => {
  try {
    await promise
    return 'none'
  } catch (error) {
    return (error as { code?: string }).code
  }
}

/** RFC 4231, cases 1, 2, 3 and 6 (a key longer than a block). */
test.each([
  [
    '0b'.repeat(20),
    toHex(utf8('Hi There')),
    'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
  ],
  [
    toHex(utf8('Jefe')),
    toHex(utf8('what do ya want for nothing?')),
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  ],
  [
    'aa'.repeat(20),
    'dd'.repeat(50),
    '773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe',
  ],
  [
    'aa'.repeat(131),
    toHex(utf8('Test Using Larger Than Block-Size Key - Hash Key First')),
    '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
  ],
])('HMAC-SHA-256 of RFC 4231', async (key, data, mac) => {
  expect(toHex(await hmacSha256(systemCrypto, fromHex(key), fromHex(data)))).toBe(mac)
})

describe('a signed message', () => {
  test('is opened, with headers of either kind', async () => {
    const headers = await signWebhook(body, { secret, id, at })
    for (const given of [headers, new Headers({ ...headers })]) {
      const opened = await openWebhook(utf8(body), given, {
        secrets: [secret],
        clock,
      })
      expect(opened).toMatchObject({ id, repeated: false, notification: { data: { revision: 2 } } })
    }
  })

  test('is what standardwebhooks signs, and it opens ours', async () => {
    const now = new Date()
    const theirs = new Webhook(secret)
    const headers = await signWebhook(body, { secret, id, at: now })
    expect(headers['webhook-signature']).toBe(theirs.sign(id, now, body))
    expect(theirs.verify(body, { ...headers })).toEqual(JSON.parse(body))
  })

  test('is opened by the secret before, while secrets are changed', async () => {
    const headers = await signWebhook(body, { secret: other, id, at })
    expect((await openWebhook(body, { ...headers }, { secrets: [secret, other], clock })).id).toBe(
      id,
    )
  })

  test('is opened when one of its signatures holds', async () => {
    const headers = await signWebhook(body, { secret, id, at })
    const signature = `v1a,xyz v1,!! v1,AAAA ${headers['webhook-signature']}`
    const given = { ...headers, 'webhook-signature': signature }
    expect((await openWebhook(body, given, { secrets: [secret], clock })).id).toBe(id)
  })

  test('says when it came before', async () => {
    const headers = await signWebhook(body, { secret, id, at })
    const seen = (one: string) => one === id
    const opened = await openWebhook(body, { ...headers }, { secrets: [secret], clock, seen })
    expect(opened.repeated).toBe(true)
  })

  test.each([
    [300, 'none'],
    [-300, 'none'],
    [301, 'feedback.webhook.time'],
    [-301, 'feedback.webhook.time'],
  ])('that is %i seconds off: %s', async (seconds, refused) => {
    const headers = await signWebhook(body, { secret, id, at })
    const later = { now: () => new Date(at.getTime() + seconds * 1000) }
    const opened = openWebhook(body, { ...headers }, { secrets: [secret], clock: later })
    expect(await code(opened)).toBe(refused)
  })

  test('with anything changed is refused', async () => {
    const headers = await signWebhook(body, { secret, id, at })
    await fc.assert(
      fc.asyncProperty(
        fc.nat(body.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (place, by) => {
          const bytes = utf8(body)
          bytes[place] = (bytes[place] as number) ^ by
          const opened = openWebhook(bytes, { ...headers }, { secrets: [secret], clock })
          expect(await code(opened)).toBe('feedback.webhook.signature')
        },
      ),
      { numRuns: 50 },
    )
    for (const change of [
      { 'webhook-id': 'msg_2' },
      { 'webhook-timestamp': '1653012001' },
      { 'webhook-signature': 'v1,' },
      { 'webhook-signature': headers['webhook-signature'].replace('v1', 'v2') },
    ]) {
      const opened = openWebhook(body, { ...headers, ...change }, { secrets: [secret], clock })
      expect(await code(opened)).toBe('feedback.webhook.signature')
    }
    const wrong = openWebhook(body, { ...headers }, { secrets: [other], clock })
    expect(await code(wrong)).toBe('feedback.webhook.signature')
    expect(await code(openWebhook(body, { ...headers }, { secrets: [], clock }))).toBe(
      'feedback.webhook.signature',
    )
  })

  test.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])(
    'without %s is refused',
    async (name) => {
      const headers = { ...(await signWebhook(body, { secret, id, at })), [name]: undefined }
      expect(await code(openWebhook(body, headers, { secrets: [secret], clock }))).toBe(
        'feedback.webhook.header',
      )
    },
  )

  test('with another content is refused, though it is signed', async () => {
    for (const text of ['{}', 'no JSON', body.replace('in-review', 'asleep')]) {
      const headers = await signWebhook(text, { secret, id, at })
      const opened = openWebhook(text, { ...headers }, { secrets: [secret], clock })
      expect(await code(opened)).toBe('feedback.webhook.body')
    }
  })

  test.each(['', 'secret', 'whsec_', 'whsec_!!', 'whsec_c2hvcnQ=', `whsec_${'A'.repeat(88)}`])(
    'is not made with the secret %j',
    async (bad) => {
      expect(await code(signWebhook(body, { secret: bad, id, at }))).toBe('feedback.webhook.secret')
    },
  )
})
