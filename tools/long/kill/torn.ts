import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasCode } from '@tiemchung/core'
import { type Change, fileStore, type Store } from '@tiemchung/clinic/store/file'
import { attempt } from '../judge.js'
import { type LongRun, must, type Outcome, refused } from '../long-run.js'
import { flipBit } from '../mutate-bytes.js'
import { type Random, randomOf } from '../random.js'

const collections = ['record', 'outbox'] as const

/** Batches as a day writes them: several documents, changed again, some of them gone. */
const batches: readonly (readonly Change[])[] = Array.from({ length: 12 }, (_, number) => [
  { collection: 'record', id: `r-${number}`, value: { name: 'Nguyễn Thị Mẫu Thử', number } },
  { collection: 'outbox', id: `o-${number % 5}`, value: { state: 'waiting', number } },
  ...(number % 4 === 3 ? [{ collection: 'record', id: `r-${number - 2}`, value: null }] : []),
])

async function pictureOf(store: Store): Promise<string> {
  const all = await Promise.all(collections.map((collection) => store.all(collection)))
  return JSON.stringify(all)
}

interface Journal {
  readonly bytes: Uint8Array
  /** Where each batch ends. */
  readonly ends: readonly number[]
  /** What the store holds after so many batches. */
  readonly pictures: readonly string[]
}

/** The journal that the store itself writes, and what it holds after each batch. */
async function record(folder: string): Promise<Journal> {
  // Without room ahead, so that the file ends where a batch ends.
  const store = await fileStore(folder, { ahead: 0 })
  const path = join(folder, 'journal.log')
  const pictures = [await pictureOf(store)]
  const ends: number[] = []
  for (const batch of batches) {
    await store.write(batch)
    pictures.push(await pictureOf(store))
    ends.push((await readFile(path)).length)
  }
  await store.close()
  return { bytes: new Uint8Array(await readFile(path)), ends, pictures }
}

/** The last five records, byte by byte, then anything anywhere. */
function damaged(index: number, random: Random, { bytes, ends }: Journal): Uint8Array {
  const from = ends.at(-6) ?? 0
  const places = bytes.length - from
  if (index < places) return bytes.slice(0, from + index)
  if (index < places * 9) {
    const [at, bit] = [from + Math.floor((index - places) / 8), (index - places) % 8]
    const flipped = bytes.slice()
    flipped[at] = (flipped[at] ?? 0) ^ (1 << bit)
    return flipped
  }
  const cut = bytes.slice(0, random.below(bytes.length + 1))
  const kind = random.below(4)
  if (kind === 0) return flipBit(bytes, random)
  if (kind === 1) return Uint8Array.from([...cut, ...random.bytes(1 + random.below(40))])
  if (kind === 2) return Uint8Array.from([...cut, ...new Uint8Array(1 + random.below(600))])
  const at = random.below(bytes.length)
  return Uint8Array.from(bytes, (byte, place) => (place >= at && place < at + 512 ? 0 : byte))
}

const isCut = (bytes: Uint8Array, whole: Uint8Array): boolean =>
  bytes.length < whole.length && bytes.every((byte, at) => byte === whole[at])

async function openDamaged(folder: string, bytes: Uint8Array, kept: Journal): Promise<Outcome> {
  await writeFile(join(folder, 'journal.log'), bytes)
  const tried = await attempt(() => fileStore(folder))
  const cut = isCut(bytes, kept.bytes)
  if ('error' in tried) {
    must(hasCode(tried.error, 'clinic.store.damaged'), `refused by ${tried.error.code}`)
    must(!cut, 'a torn journal was refused')
    return refused
  }
  const store = tried.answer
  const picture = await pictureOf(store)
  const batch = kept.pictures.lastIndexOf(picture)
  must(batch >= 0, 'a store that never was')
  const complete = kept.ends.filter((end) => end <= bytes.length).length
  must(!cut || batch === complete, `${batch} batches where ${complete} are complete`)
  await store.write([{ collection: 'record', id: 'after', value: 1 }])
  await store.close()
  const again = await fileStore(folder)
  const entered = await again.get('record', 'after')
  const { length } = await again.all('record')
  await again.close()
  must(entered === 1, 'what was written after a tear is not there')
  const before = (JSON.parse(picture) as unknown[][])[0]?.length ?? 0
  must(length === before + 1, 'a record came or went')
  return { end: 'value', counts: { cut: cut ? 1 : 0 } }
}

/** Journals cut at every byte and with every bit turned: a complete beginning, or a refusal. */
export const torn: LongRun = {
  id: 'torn',
  title: 'torn and damaged journals: what was complete is there, or the store says damaged',
  cases: 20_000,
  open: async (seed) => {
    const root = await mkdtemp(join(tmpdir(), 'tiemchung-torn-'))
    const kept = await record(join(root, 'whole'))
    return {
      one: async (index) => {
        const folder = await mkdtemp(join(root, 'case-'))
        try {
          const random = randomOf(seed, 'torn', index)
          return await openDamaged(folder, damaged(index, random, kept), kept)
        } finally {
          await rm(folder, { recursive: true, force: true })
        }
      },
      close: () => rm(root, { recursive: true, force: true }),
    }
  },
}
