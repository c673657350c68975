/** Does slow things side by side, as many at a time as there are cores. */
import { availableParallelism } from 'node:os'

/** The results in the order of the items, whatever order they came in. */
export async function inLanes<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  const queue = items.entries()
  const lane = async () => {
    for (const [index, item] of queue) results[index] = await work(item)
  }
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, lane))
  return results
}
