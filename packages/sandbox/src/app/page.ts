import { fromBase64Url, fromUtf8, toBase64Url, utf8 } from '@tiemchung/core'
import * as z from 'zod'
import { Problem } from '../problem.js'

/** What every list takes. */
export const pageQuery = {
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
}

/** The key behind which a page begins; cursors are opaque to clients. */
export function keyOf(cursor: string | undefined): string {
  if (cursor === undefined) return ''
  try {
    return fromUtf8(fromBase64Url(cursor))
  } catch {
    throw new Problem(400, 'platform.body')
  }
}

/** A page of rows that were asked for with one more than the limit. */
export function page<Row, Item>(
  rows: readonly Row[],
  limit: number,
  key: (row: Row) => string,
  item: (row: Row) => Item,
): { items: Item[]; next?: string } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const more = rows.length > limit && last !== undefined
  return {
    items: shown.map(item),
    ...(more ? { next: toBase64Url(utf8(key(last))) } : {}),
  }
}
