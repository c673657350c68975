/** A file store on a simulated disk: what every state that a power cut may leave has to hold. */
import { SimulatedDisk } from 'tiemchung-fixtures/simulated-disk'
import { fileStore } from './file.js'
import type { Change, Store } from './store.js'

/** A batch of the script: two documents that say its number, so that half a batch shows. */
export const batchOf = (number: number, size = 0): readonly Change[] =>
  ['x', 'y'].map((half) => ({
    collection: 'half',
    id: `${number}${half}`,
    value: { number, text: 'Ờ'.repeat(size) },
  }))

/** What was told to whom so far. */
export interface Told {
  /** Numbers of batches that were asked for, in order. */
  readonly asked: number[]
  readonly acknowledged: Set<number>
  readonly refused: Set<number>
}

export const nothingTold = (): Told => ({
  asked: [],
  acknowledged: new Set(),
  refused: new Set(),
})

/** Writes a batch and keeps account of what it was told. */
export async function tell(store: Store, told: Told, number: number, size = 0): Promise<void> {
  told.asked.push(number)
  await store.write(batchOf(number, size)).then(
    () => told.acknowledged.add(number),
    () => told.refused.add(number),
  )
}

/** The numbers of the batches that a store has; half a batch is told. */
async function presentIn(store: Store): Promise<ReadonlySet<number>> {
  const halves = new Map<number, number>()
  for (const { id } of await store.all('half')) {
    const number = Number.parseInt(id, 10)
    halves.set(number, (halves.get(number) ?? 0) + 1)
  }
  for (const [number, count] of halves) {
    if (count !== 2) throw new Error(`half of batch ${number}`)
  }
  return new Set(halves.keys())
}

function compare(present: ReadonlySet<number>, told: Told): void {
  for (const number of told.acknowledged) {
    if (!present.has(number)) throw new Error(`batch ${number} was acknowledged and is lost`)
  }
  const standing = told.asked.filter((number) => !told.refused.has(number))
  const first = standing.findIndex((number) => !present.has(number))
  const later = first < 0 ? [] : standing.slice(first).filter((number) => present.has(number))
  if (later.length > 0) throw new Error(`batch ${later[0] ?? ''} is there and an earlier one not`)
}

/** Opens a store as a power cut left it: everything acknowledged, batches whole, in order, and it goes on. */
export async function judgeState(
  files: Readonly<Record<string, Uint8Array>>,
  told: Told,
): Promise<void> {
  const disk = SimulatedDisk.of(files)
  const store = await fileStore('day', { files: disk, ahead: 300 })
  const present = await presentIn(store)
  compare(present, told)
  await store.write(batchOf(900))
  await store.close()
  const again = await fileStore('day', { files: disk, ahead: 300 })
  const later = await presentIn(again)
  if (later.size !== present.size + 1) throw new Error('opened again it is another store')
  await again.close()
}
