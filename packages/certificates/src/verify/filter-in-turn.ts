import { isPending, type MaybePromise } from '@tiemchung/core/crypto'

/**
 * What came of each item, asked one after the other, without those of which nothing came: at once where
 * the answers are.
 */
export function filterInTurn<Item, Result>(
  items: readonly Item[],
  resultOf: (item: Item) => MaybePromise<Result | undefined>,
  found: Result[] = [],
): MaybePromise<readonly Result[]> {
  for (const [at, item] of items.entries()) {
    const result = resultOf(item)
    if (isPending(result)) {
      return result.then((one) => {
        if (one !== undefined) found.push(one)
        return filterInTurn(items.slice(at + 1), resultOf, found)
      })
    }
    if (result !== undefined) found.push(result)
  }
  return found
}
