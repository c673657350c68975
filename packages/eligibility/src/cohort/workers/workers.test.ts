import { once } from 'node:events'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { parseCivilDate } from '@tiemchung/core'
import { afterEach, describe, expect, test } from 'vitest'
import { childrenOnly } from '../../engine/people.fixture.js'
import { columnsOf } from '../columns-of.js'
import { compileCohort } from '../compile.js'
import { evaluateCohort } from '../evaluate-cohort.js'
import { randomChild } from '../random-child.fixture.js'
import { evaluateInWorkers } from './evaluate-in-workers.js'
import type { CohortPort } from './port.js'
import { serveCohort } from './serve-cohort.js'

const plan = compileCohort(childrenOnly)
const on = parseCivilDate('2022-07-15')

const open: MessagePort[] = []
afterEach(() => {
  for (const port of open.splice(0)) port.close()
})

/** The same line with the web's way of listening alone. */
function likeTheWeb(port: MessagePort): CohortPort {
  port.start()
  const web = port as unknown as EventTarget
  return {
    postMessage: (message, transfer) => {
      port.postMessage(message, transfer)
    },
    addEventListener: (event, listener) => {
      web.addEventListener(event, listener)
    },
  }
}

/** A line to something that serves, in this thread: messages travel as between threads. */
function served(): MessagePort {
  const { port1, port2 } = new MessageChannel()
  open.push(port1, port2)
  serveCohort(port2, plan)
  return port1
}

const chunks = () =>
  Array.from({ length: 7 }, (_, chunk) =>
    columnsOf(
      plan,
      Array.from({ length: 40 }, (_one, index) => randomChild(chunk * 40 + index)),
    ),
  )

async function all<Item>(source: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = []
  for await (const item of source) items.push(item)
  return items
}

describe('evaluateInWorkers', () => {
  test.each([1, 2, 3])('says the same with %i workers as without any', async (count) => {
    const ports = Array.from({ length: count }, served)
    const told = await all(evaluateInWorkers(chunks(), on, ports))
    expect(told).toEqual(await all(evaluateCohort(plan, chunks(), on)))
  })

  test('says the same over the lines of the web', async () => {
    const { port1, port2 } = new MessageChannel()
    open.push(port1, port2)
    serveCohort(likeTheWeb(port2), plan)
    const told = await all(evaluateInWorkers(chunks(), on, [likeTheWeb(port1)]))
    expect(told).toEqual(await all(evaluateCohort(plan, chunks(), on)))
  })

  test('lets messages of others on the same line pass', async () => {
    const { port1, port2 } = new MessageChannel()
    open.push(port1, port2)
    const strangers = [null, 'hello', { tiemchung: 'cohort', task: 'one' }, { task: 0 }]
    serveCohort(port2, plan)
    const waiting = all(evaluateInWorkers(chunks(), on, [port1]))
    for (const stranger of strangers) {
      port1.postMessage(stranger)
      port2.postMessage(stranger)
    }
    expect(await waiting).toHaveLength(7)
  })

  test('tells a worker that cannot even read the columns', async () => {
    const columns = { length: 1 } as unknown as ReturnType<typeof chunks>[number]
    await expect(all(evaluateInWorkers([columns], on, [served()]))).rejects.toMatchObject({
      params: { code: 'eligibility.cohort.worker' },
    })
  })

  test('asks nothing of a worker that is gone', async () => {
    const { port1, port2 } = new MessageChannel()
    open.push(port1, port2)
    async function* late() {
      const [first, ...rest] = chunks()
      yield first as NonNullable<typeof first>
      await once(port1, 'message')
      port2.close()
      await once(port1, 'close')
      yield* rest
    }
    serveCohort(port2, plan)
    const waiting = all(evaluateInWorkers(late(), on, [port1]))
    await expect(waiting).rejects.toMatchObject({ params: { code: 'gone' } })
  })

  test('tells the code of what a worker refuses', async () => {
    const [first] = chunks()
    const broken = { ...first, onset: new Int32Array(0) } as NonNullable<typeof first>
    await expect(all(evaluateInWorkers([broken], on, [served()]))).rejects.toMatchObject({
      code: 'eligibility.cohort.worker',
      params: { code: 'eligibility.columns' },
    })
  })

  test('fails when a worker is gone, and when there is none', async () => {
    const { port1, port2 } = new MessageChannel()
    open.push(port1, port2)
    const waiting = all(evaluateInWorkers(chunks(), on, [port1]))
    port2.close()
    await expect(waiting).rejects.toMatchObject({ params: { code: 'gone' } })
    expect(() => evaluateInWorkers([], on, [])).toThrow(
      expect.objectContaining({ params: { code: 'none' } }),
    )
  })
})
