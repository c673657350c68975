import { toBase64, utf8 } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { memoryJournal } from '../journal.js'
import { cscV1Profile, smartCaProfile } from '../profile/profiles.js'
import { receiveCallback } from './callback.js'
import { callbackInbox } from './inbox.js'

const callback = (transaction: string) =>
  ({ transaction, outcome: 'done', signatures: [] }) as const

describe('receiveCallback', () => {
  const signature_value = toBase64(utf8('signature'))
  test.each([
    ['200', 'done'],
    [4001, 'expired'],
    ['PENDING', 'waiting'],
    ['unheard of', 'waiting'],
  ])('a state of %s is %s', (word, outcome) => {
    const body = { tran_code: 't', status_code: word, message: String(word) }
    expect(receiveCallback(smartCaProfile, body).outcome).toBe(outcome)
  })

  test('takes signatures where they are, and leaves out what is none', () => {
    const signed = { doc_id: 'd0', signature_value }
    const wrong = [{ doc_id: 'd1', signature_value: '***' }, { signature_value }, 7, null]
    const body = {
      tran_code: 't',
      signed_files: [signed, ...wrong],
      data: { signatures: [signed] },
    }
    const { signatures } = receiveCallback(smartCaProfile, body)
    expect(signatures.map(({ doc }) => doc)).toEqual(['d0', 'd0'])
  })

  test('flows without callbacks have none', () => {
    expect(() => receiveCallback(cscV1Profile, { tran_code: 't' })).toThrow('callback')
  })
})

describe('callbackInbox', () => {
  test('gives each callback once, and the newest of two', () => {
    const inbox = callbackInbox()
    inbox.deliver(callback('a'))
    inbox.deliver({ ...callback('a'), outcome: 'rejected' })
    expect(inbox.take('a')?.outcome).toBe('rejected')
    expect(inbox.take('a')).toBeUndefined()
  })

  test('tells who listens, until it does not', () => {
    const inbox = callbackInbox()
    let heard = 0
    const end = inbox.listen('a', () => {
      heard += 1
    })
    inbox.deliver(callback('b'))
    inbox.deliver(callback('a'))
    end()
    end()
    inbox.deliver(callback('a'))
    expect(heard).toBe(1)
  })

  test('does not grow with what strangers send', () => {
    const inbox = callbackInbox()
    for (let index = 0; index < 1500; index += 1) inbox.deliver(callback(`t${index}`))
    expect(inbox.take('t0')).toBeUndefined()
    expect(inbox.take('t1499')).toBeDefined()
  })
})

describe('memoryJournal', () => {
  test('remembers, forgets, and ends somewhere', async () => {
    const journal = memoryJournal()
    for (let index = 0; index <= 10_000; index += 1) {
      await journal.write(`r${index}`, { digest: 'aa' })
    }
    expect(await journal.read('r0')).toBeUndefined()
    expect(await journal.read('r10000')).toEqual({ digest: 'aa' })
    await journal.forget('r10000')
    expect(await journal.read('r10000')).toBeUndefined()
  })
})
