import { MessageChannel, type MessagePort } from 'node:worker_threads'
import type { MaybePromise } from '@tiemchung/core/crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { textOf, trustIn, within } from '../test-kit.js'
import { other, signer } from '../verify/verification.test-kit.js'
import { trustedKeys, verifyCertificate, type VerifyOptions } from '../verify/index.js'
import { onEnd, onMessage, type PortLike } from './port.js'
import { serveVerification } from './serve-verification.js'
import { verifyInWorkers } from './verify-in-workers.js'

const options: VerifyOptions = { trust: trustedKeys([trustIn(signer)]), at: within }
const texts = [textOf({ signer }), textOf({ signer: other }), 'HC1:', '']
const many = Array.from({ length: 50 }, (_, index) => texts[index % texts.length] ?? '')

const open: MessagePort[] = []
afterEach(() => {
  for (const port of open.splice(0)) port.close()
})

/** A line to something that serves, in this thread: messages are cloned as between threads. */
function served(optionsOf: () => MaybePromise<VerifyOptions> = () => options): MessagePort {
  const { port1, port2 } = new MessageChannel()
  open.push(port1, port2)
  serveVerification(port2, optionsOf)
  return port1
}

async function all<Item>(source: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = []
  for await (const item of source) items.push(item)
  return items
}

const failure = (code: string) =>
  expect.objectContaining({ code: 'certificate-verify.worker', params: { code } }) as Error

describe('verifyInWorkers', () => {
  it.each([
    [1, 1],
    [2, 7],
    [3, 64],
  ])(
    'says in order what verifyCertificate says, with %i workers and batches of %i',
    async (count, batch) => {
      const workers = Array.from({ length: count }, () => served())
      const alone = await Promise.all(many.map((text) => verifyCertificate(text, options)))
      expect(await all(verifyInWorkers(many, workers, { batch }))).toEqual(alone)
    },
  )

  it('spreads the batches', async () => {
    const asked = [0, 0]
    const workers = asked.map((_, index) =>
      served(() => {
        asked[index] = (asked[index] ?? 0) + 1
        return options
      }),
    )
    await all(verifyInWorkers(many, workers, { batch: 5 }))
    expect(Math.min(...asked)).toBeGreaterThan(2)
  })

  it('answers what arrives one by one as it comes', async () => {
    const seen: string[] = []
    async function* scanner(): AsyncGenerator<string> {
      for (const text of texts.slice(0, 2)) {
        yield text
        while (seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 1))
      }
    }
    for await (const { verdict } of verifyInWorkers(scanner(), [served()])) seen.push(verdict)
    expect(seen).toEqual(['valid', 'invalid'])
  })

  it('ends when there is no worker', async () => {
    expect(() => verifyInWorkers(many, [])).toThrow(failure('none'))
    await Promise.resolve()
  })

  it('ends with the code of what a worker cannot do', async () => {
    const wrong = served(() => ({ ...options, at: new Date(Number.NaN) }))
    await expect(all(verifyInWorkers(many, [wrong]))).rejects.toThrow(
      failure('certificate-verify.at'),
    )
    const broken = served(() => {
      throw new TypeError('no options')
    })
    const late = served(() => Promise.reject(new TypeError('no options')))
    for (const worker of [broken, late]) {
      await expect(all(verifyInWorkers(many, [worker]))).rejects.toThrow(
        failure('certificate-verify.worker'),
      )
    }
  })

  it('ends when a worker goes in the middle, and asks it nothing more', async () => {
    const { port1, port2 } = new MessageChannel()
    open.push(port1, port2)
    port2.on('message', () => {
      port2.close()
    })
    await expect(all(verifyInWorkers(many, [port1]))).rejects.toThrow(failure('gone'))
  })

  it('hears nothing that is not an answer', async () => {
    const { port1, port2 } = new MessageChannel()
    open.push(port1, port2)
    for (const noise of [
      null,
      'x',
      {},
      { tiemchung: 'verified' },
      { tiemchung: 'verified', task: 99, reports: [] },
    ]) {
      port2.postMessage(noise)
    }
    port1.postMessage('noise')
    serveVerification(port2, () => options)
    expect(await all(verifyInWorkers(many, [port1]))).toHaveLength(many.length)
  })
})

describe('a port of the web', () => {
  it('is heard by its events', () => {
    const target = new EventTarget()
    const heard: unknown[] = []
    const port: PortLike = Object.assign(target, { postMessage: () => undefined })
    onMessage(port, (message) => heard.push(message))
    onEnd(port, () => heard.push('end'))
    target.dispatchEvent(Object.assign(new Event('message'), { data: 7 }))
    target.dispatchEvent(new Event('messageerror'))
    expect(heard).toEqual([7, 'end'])
  })
})
