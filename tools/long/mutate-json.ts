/** Changes to JSON documents: a node goes, comes twice, changes its kind, or is moved elsewhere. */
import { mutateText } from './mutate-text.js'
import type { Random } from './random.js'

/** Values of every kind, to stand where something else is expected. */
const odd: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  2 ** 53,
  1e300,
  '',
  ' ',
  'a',
  '2022-05-20',
  '2022-02-30',
  [],
  {},
  [[]],
  [null],
  { a: 1 },
  { toString: 'a' },
  { valueOf: 1, toString: 2 },
  { length: 3 },
]

interface Place {
  readonly holder: Record<string, unknown>
  readonly key: string
}

function placesIn(value: unknown, found: Place[] = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return found
  for (const [key, inner] of Object.entries(value)) {
    found.push({ holder: value as Record<string, unknown>, key })
    placesIn(inner, found)
  }
  return found
}

function nested(value: unknown, depth: number): unknown {
  let whole = value
  for (let level = 0; level < depth; level += 1) whole = level % 2 === 0 ? [whole] : { a: whole }
  return whole
}

function drop({ holder, key }: Place): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1)
  else delete holder[key]
}

type Change = (place: Place, random: Random, places: readonly Place[]) => void

const changes: readonly Change[] = [
  drop,
  ({ holder, key }, random) => {
    holder[key] = structuredClone(random.pick(odd))
  },
  ({ holder, key }, random) => {
    const old = holder[key]
    if (typeof old === 'string') holder[key] = mutateText(random, [old, 'Nguyễn', '2022-05-20'])
    else if (typeof old === 'number') holder[key] = old + random.pick([-1, 1, 0.5, 2 ** 31, -old])
    else holder[key] = structuredClone(random.pick(odd))
  },
  ({ holder, key }, random, places) => {
    const other = random.pick(places)
    holder[key] = structuredClone(other.holder[other.key])
  },
  ({ holder, key }, random) => {
    if (Array.isArray(holder)) holder.push(structuredClone((holder as unknown[])[Number(key)]))
    else
      holder[random.pick(['extra', '__proto__ ', 'Id', `${key}2`])] = structuredClone(holder[key])
  },
  ({ holder, key }, random) => {
    holder[key] = nested(holder[key], random.chance(0.01) ? 1000 : 1 + random.below(4))
  },
]

/** A copy of a document after one to three changes; the document itself is as it was. */
export function mutateJson(random: Random, document: unknown): unknown {
  const root = { whole: structuredClone(document) }
  const times = 1 + random.below(random.chance(0.6) ? 1 : 3)
  for (let time = 0; time < times; time += 1) {
    const places = placesIn(root)
    if (places.length === 0) return undefined
    random.pick(changes)(random.pick(places), random, places)
  }
  return root.whole
}
