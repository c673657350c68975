/** The file store on a simulated disk: scripts drawn at random, the power cut at a random step, again and again. */
import { SimulatedDisk } from 'tiemchung-fixtures/simulated-disk'
import { fileStore, type Store } from '@tiemchung/clinic/store/file'
import { type LongRun, must, type Outcome } from '../long-run.js'
import { type Random, randomOf } from '../random.js'

type Files = Readonly<Record<string, Uint8Array>>

/** What was asked for and what was told, over all lives of a folder. */
interface Told {
  /** In order; a batch that a power cut took stays in it only if it was found afterwards. */
  asked: number[]
  readonly acknowledged: Set<number>
  readonly refused: Set<number>
}

const batch = (number: number, size: number) =>
  ['x', 'y'].map((half) => ({
    collection: 'half',
    id: `${number}${half}`,
    value: { number, text: 'Ữ'.repeat(size) },
  }))

async function presentIn(store: Store): Promise<ReadonlySet<number>> {
  const seen = new Map<number, number>()
  for (const { id } of await store.all('half')) {
    const number = Number.parseInt(id, 10)
    seen.set(number, (seen.get(number) ?? 0) + 1)
  }
  for (const [number, count] of seen) must(count === 2, `batch ${number} is there by half`)
  return new Set(seen.keys())
}

/** Everything acknowledged is there, and of the others those that were asked for first. */
function judge(present: ReadonlySet<number>, { asked, acknowledged, refused }: Told): void {
  for (const number of acknowledged) must(present.has(number), `batch ${number} is lost`)
  const standing = asked.filter((number) => !refused.has(number))
  const first = standing.findIndex((number) => !present.has(number))
  const later = first < 0 ? [] : standing.slice(first).filter((number) => present.has(number))
  must(later.length === 0, 'a later batch is there and an earlier one is not')
}

/** One life: it opens, judges, writes in groups, now and then without room, and may close. */
async function live(disk: SimulatedDisk, told: Told, random: Random): Promise<void> {
  const ahead = random.pick([0, 60, 700, 65_536])
  const store = await fileStore('day', { files: disk, random, ahead })
  const present = await presentIn(store)
  judge(present, told)
  told.asked = told.asked.filter((number) => present.has(number))
  const start = random.below(1 << 30)
  for (let group = 0; group < 1 + random.below(4); group += 1) {
    const used = Object.values(disk.files()).reduce((sum, { length }) => sum + length, 0)
    disk.room = random.chance(0.15) ? used + random.below(400) : Number.POSITIVE_INFINITY
    const writes = Array.from({ length: 1 + random.below(4) }, async (_, at) => {
      const number = start + group * 10 + at
      told.asked.push(number)
      await store.write(batch(number, random.below(60))).then(
        () => told.acknowledged.add(number),
        () => told.refused.add(number),
      )
    })
    await Promise.all(writes)
  }
  disk.room = Number.POSITIVE_INFINITY
  if (random.chance(0.5)) await store.close()
}

const copy = ({ asked, acknowledged, refused }: Told): Told => ({
  asked: [...asked],
  acknowledged: new Set(acknowledged),
  refused: new Set(refused),
})

/** Lets a life run, and cuts the power at one of its steps: what the disk may have then, and what was told by then. */
async function cut(files: Files, told: Told, random: Random) {
  const disk = SimulatedDisk.of(files)
  const steps: { readonly states: readonly Files[]; readonly told: Told }[] = []
  disk.onStep = () => steps.push({ states: [...disk.cutStates(6)], told: copy(told) })
  await live(disk, told, random)
  return random.pick(steps)
}

async function oneFolder(seed: number, index: number): Promise<Outcome> {
  const random = randomOf(seed, 'power-cut', index)
  let files: Files = {}
  let told: Told = { asked: [], acknowledged: new Set(), refused: new Set() }
  const lives = 2 + random.below(4)
  let states = 0
  for (let life = 0; life < lives; life += 1) {
    const at = await cut(files, copy(told), random)
    // Any of the states may be the one: each is opened, and one of them lives on.
    for (const state of at.states) {
      const store = await fileStore('day', { files: SimulatedDisk.of(state), random })
      judge(await presentIn(store), at.told)
    }
    states += at.states.length
    files = random.pick(at.states)
    told = at.told
  }
  const acknowledged = told.acknowledged.size
  return { end: 'value', counts: { 'power cuts': lives, states, acknowledged } }
}

/** A file store whose power is cut at random, several times in its life. */
export const powerCut: LongRun = {
  id: 'power-cut',
  title:
    'file store, power cut at random steps: everything acknowledged there, batches whole, in order',
  cases: 20_000,
  open: (seed) => Promise.resolve({ one: (index) => oneFolder(seed, index) }),
}
