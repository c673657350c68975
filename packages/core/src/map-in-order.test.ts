import { describe, expect, it } from 'vitest'
import { mapInOrder } from './map-in-order.js'

async function all<Item>(source: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = []
  for await (const item of source) items.push(item)
  return items
}

/** A turn of the event loop. */
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve)
  })

/** A promise and the way to fulfil it. */
function promised<Value>() {
  let resolve: (value: Value) => void = () => undefined
  const promise = new Promise<Value>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

async function* later<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  for (const item of items) {
    await turn()
    yield item
  }
}

const numbers = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]

/** Work that counts how much of it is under way, later items ending before earlier ones. */
function busy() {
  const state = { now: 0, most: 0, begun: 0 }
  const work = async (item: number, index: number): Promise<string> => {
    state.now += 1
    state.begun += 1
    state.most = Math.max(state.most, state.now)
    for (let turns = numbers.length - item; turns > 0; turns -= 1) await turn()
    state.now -= 1
    return `${index}:${item}`
  }
  return { state, work }
}

describe('mapInOrder', () => {
  it.each([
    ['what is there', () => numbers],
    ['what arrives', () => later(numbers)],
  ])('keeps the order of %s, with no more under way than allowed', async (_, source) => {
    for (const inFlight of [1, 3, 50]) {
      const { state, work } = busy()
      expect(await all(mapInOrder(source(), inFlight, work))).toEqual(
        numbers.map((one) => `${one}:${one}`),
      )
      expect(state.most).toBeLessThanOrEqual(inFlight)
      expect([state.now, state.begun]).toEqual([0, numbers.length])
    }
  })

  it('takes a text for its characters, and tells nobody of it', async () => {
    expect(await all(mapInOrder('Ánh', 2, (one) => Promise.resolve(one)))).toEqual(['Á', 'n', 'h'])
  })

  it('gives nothing for nothing', async () => {
    expect(await all(mapInOrder([], 4, () => Promise.resolve(1)))).toEqual([])
    expect(await all(mapInOrder(later([]), 4, () => Promise.resolve(1)))).toEqual([])
  })

  it('asks the source for no more than the reader takes', async () => {
    let asked = 0
    function* counted(): Generator<number> {
      for (;;) {
        asked += 1
        yield asked
      }
    }
    const results = mapInOrder(counted(), 4, (one) => Promise.resolve(one))
    for (let read = 1; read <= 20; read += 1) {
      expect((await results.next()).value).toBe(read)
      expect(asked).toBeLessThanOrEqual(read + 4)
    }
    await results.return()
  })

  it('gives a result while the source is still thinking', async () => {
    const second = promised<number>()
    async function* slow(): AsyncGenerator<number> {
      yield 1
      yield await second.promise
    }
    const results = mapInOrder(slow(), 64, (one) => Promise.resolve(one * 10))
    expect(await results.next()).toEqual({ done: false, value: 10 })
    const pending = results.next()
    second.resolve(2)
    expect(await pending).toEqual({ done: false, value: 20 })
    expect((await results.next()).done).toBe(true)
  })

  it.each([
    ['there', (items: Iterable<number>) => items],
    ['arriving', (items: Iterable<number>) => later([...items])],
  ])('gives what was before a failure of the work, source %s', async (_, source) => {
    const seen: number[] = []
    const run = async () => {
      const work = async (one: number) => {
        await turn()
        if (one === 3) throw new RangeError('three')
        return one
      }
      for await (const one of mapInOrder(source(numbers), 8, work)) seen.push(one)
    }
    await expect(run()).rejects.toThrow('three')
    expect(seen).toEqual([0, 1, 2])
  })

  it('gives what was before a failure of the source', async () => {
    async function* broken(): AsyncGenerator<number> {
      yield 1
      yield 2
      await turn()
      throw new RangeError('no more')
    }
    const seen: number[] = []
    const run = async () => {
      for await (const one of mapInOrder(broken(), 8, (item) => Promise.resolve(item))) {
        seen.push(one)
      }
    }
    await expect(run()).rejects.toThrow('no more')
    expect(seen).toEqual([1, 2])
  })

  it('gives what was before a failure that a source or work throws at once', async () => {
    function* broken(most: number): Generator<number> {
      for (let one = 1; one <= most; one += 1) yield one
      throw new RangeError('no more')
    }
    const work = (item: number): Promise<number> => {
      if (item > 3) throw new RangeError('too much')
      return Promise.resolve(item)
    }
    for (const [most, message] of [
      [3, 'no more'],
      [9, 'too much'],
    ] as const) {
      const seen: number[] = []
      const run = async () => {
        for await (const one of mapInOrder(broken(most), 20, work)) seen.push(one)
      }
      await expect(run()).rejects.toThrow(message)
      expect(seen).toEqual([1, 2, 3])
    }
  })

  it('has one under way when the number is none', async () => {
    const { state, work } = busy()
    await all(mapInOrder(numbers, Number.NaN, work))
    expect(state.most).toBe(1)
  })

  it('ends the source and waits for the work when the reader stops', async () => {
    let closed = false
    const { state, work } = busy()
    function* source(): Generator<number> {
      try {
        yield* numbers
      } finally {
        closed = true
      }
    }
    for await (const one of mapInOrder(source(), 4, work)) {
      expect(one).toBe('0:0')
      break
    }
    expect([closed, state.now]).toEqual([true, 0])
  })

  it('does not wait for a source that never answers when the reader stops', async () => {
    async function* mute(): AsyncGenerator<number> {
      yield 1
      await new Promise<never>(() => undefined)
    }
    const results = mapInOrder(mute(), 4, (one) => Promise.resolve(one))
    expect((await results.next()).value).toBe(1)
    const more = results.next()
    expect(await Promise.race([more, turn().then(() => 'silent')])).toBe('silent')
  })
})
