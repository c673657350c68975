import { describe, expect, test } from 'vitest'
import { SimulatedDisk } from 'tiemchung-fixtures/simulated-disk'
import { utf8 } from '@tiemchung/core'
import { checksum } from './journal/checksum.js'
import { textOf } from './journal/line.js'
import { fileStore } from './file.js'
import { batchOf, judgeState, nothingTold, tell, type Told } from './power-cut.fixture.js'

type Files = Readonly<Record<string, Uint8Array>>

/** Runs a script, and after every step opens every state that a power cut may leave then. */
async function atEveryCut(
  disk: SimulatedDisk,
  told: Told,
  script: () => Promise<void>,
  most?: number,
): Promise<{ readonly cuts: number; readonly states: number }> {
  const seen: { readonly files: Files; readonly told: Told }[] = []
  let cuts = 0
  disk.onStep = () => {
    cuts += 1
    const then = {
      asked: [...told.asked],
      acknowledged: new Set(told.acknowledged),
      refused: new Set(told.refused),
    }
    for (const files of disk.cutStates(most)) seen.push({ files, told: then })
  }
  await script()
  for (const state of seen) await judgeState(state.files, state.told)
  return { cuts, states: seen.length }
}

describe.each([0, 300])('after a power cut, with %i octets of room ahead,', (ahead) => {
  test('at any step of a first day everything acknowledged is there, and batches are whole', async () => {
    const disk = new SimulatedDisk()
    const told = nothingTold()
    const ran = await atEveryCut(disk, told, async () => {
      const store = await fileStore('day', { files: disk, ahead })
      await tell(store, told, 1)
      await Promise.all([2, 3, 4].map((number) => tell(store, told, number)))
      await store.close()
      const again = await fileStore('day', { files: disk, ahead })
      await tell(again, told, 5)
    })
    expect(told.acknowledged).toEqual(new Set([1, 2, 3, 4, 5]))
    expect(ran.states).toBeGreaterThan(5000)
  })

  test('at any step around a full disk the same, and the next write works', async () => {
    const disk = new SimulatedDisk()
    const told = nothingTold()
    await atEveryCut(disk, told, async () => {
      const store = await fileStore('day', { files: disk, ahead })
      await tell(store, told, 1)
      disk.room = Object.values(disk.files()).reduce((sum, { length }) => sum + length, 0) + 50
      await tell(store, told, 2, ahead)
      disk.room = Number.POSITIVE_INFINITY
      await tell(store, told, 3)
    })
    expect(told.acknowledged).toEqual(new Set([1, 3]))
    expect(told.refused).toEqual(new Set([2]))
  })
})

describe('after a power cut', () => {
  test('at any step of bringing an old journal to the new format nothing is lost', async () => {
    const line = (text: string) => utf8(`${checksum(utf8(text))} ${text}\n`)
    const old = [1, 2].map((number) => line(textOf(batchOf(number))))
    const disk = SimulatedDisk.of({ 'day/journal.log': Buffer.concat(old) })
    const told: Told = { ...nothingTold(), asked: [1, 2], acknowledged: new Set([1, 2]) }
    const ran = await atEveryCut(disk, told, async () => {
      const store = await fileStore('day', { files: disk, ahead: 300 })
      await tell(store, told, 3)
    })
    expect(ran.states).toBeGreaterThan(1000)
  })

  test('at any step of rewriting a long journal nothing is lost', async () => {
    const disk = new SimulatedDisk()
    const told = nothingTold()
    const store = await fileStore('day', { files: disk, ahead: 300 })
    await tell(store, told, 1)
    const long = { collection: 'other', id: 'a', value: 'x'.repeat(40_000) }
    for (let count = 0; count < 30; count += 1) await store.write([long])
    await tell(store, told, 2)
    await store.close()
    const before = disk.files()['day/journal.log']?.length ?? 0
    const script = async () => {
      const again = await fileStore('day', { files: disk, ahead: 300 })
      await tell(again, told, 3)
      await again.close()
    }
    await atEveryCut(disk, told, script, 3)
    expect(disk.files()['day/journal.log']?.length).toBeLessThan(before / 10)
  })

  test('at any step of a recovery the next recovery finds the same', async () => {
    const first = new SimulatedDisk()
    const told = nothingTold()
    const store = await fileStore('day', { files: first, ahead: 300 })
    await tell(store, told, 1)
    const states: Files[] = []
    first.onStep = (what) => {
      if (what === 'write') states.push(...first.cutStates(5))
    }
    const lost = nothingTold()
    await Promise.all([2, 3].map((number) => tell(store, lost, number)))
    for (const files of states) {
      const disk = SimulatedDisk.of(files)
      const then = { ...told, asked: [1, 2, 3] }
      await atEveryCut(
        disk,
        then,
        async () => {
          await fileStore('day', { files: disk, ahead: 300 })
        },
        5,
      )
    }
    expect(states.length).toBeGreaterThan(20)
  })
})
