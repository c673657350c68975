import type { Answer, Http, PagesOptions } from './http.js'
import type { Schema } from './schema.js'

/** A list that comes in pages. Iterating gives items; nothing is asked for before. */
export interface Pages<Item> extends AsyncIterable<Item> {
  /** The items page by page. */
  pages(): AsyncIterable<readonly Item[]>
  /** The first items, at most `limit`; default all. */
  toArray(options?: { readonly limit?: number }): Promise<Item[]>
}

interface Page<Item> {
  readonly items: readonly Item[]
  readonly next?: string
}

/** The schema of a page around the schema of its items. */
function pageSchema<Item>(item: Schema<Item> | undefined): Schema<Page<Item>> {
  const refuse = (path: PropertyKey[]) => ({
    success: false as const,
    error: { issues: [{ path }] },
  })
  return {
    safeParse: (value) => {
      const { items, next } = (value ?? {}) as { items?: unknown; next?: unknown }
      if (!Array.isArray(items)) return refuse(['items'])
      if (next !== undefined && next !== null && typeof next !== 'string') return refuse(['next'])
      const read: Item[] = []
      for (const [index, one] of items.entries()) {
        const checked = item?.safeParse(one)
        if (checked?.success === false) {
          const issues = checked.error.issues.map(({ path }) => ({
            path: ['items', index, ...path],
          }))
          return { success: false, error: { issues } }
        }
        read.push(checked === undefined ? (one as Item) : checked.data)
      }
      return {
        success: true,
        data: typeof next === 'string' && next !== '' ? { items: read, next } : { items: read },
      }
    },
  }
}

/** Reads a list page by page. A server that hands out the same cursor twice is not asked for ever. */
export function readPages<Item>(
  request: Http['request'],
  path: string,
  options: PagesOptions & { readonly schema?: Schema<Item> },
): Pages<Item> {
  const { schema, query, ...call } = options
  const page = pageSchema(schema)
  async function* pages(): AsyncGenerator<readonly Item[]> {
    const seen = new Set<string>()
    let cursor: string | undefined
    for (;;) {
      const answer: Answer<Page<Item>> = await request('GET', path, {
        ...call,
        query: { ...query, ...(cursor === undefined ? {} : { cursor }) },
        schema: page,
      })
      yield answer.data.items
      cursor = answer.data.next
      if (cursor === undefined || seen.has(cursor)) return
      seen.add(cursor)
    }
  }
  async function* items(): AsyncGenerator<Item> {
    for await (const some of pages()) yield* some
  }
  return {
    [Symbol.asyncIterator]: items,
    pages,
    toArray: async ({ limit = Number.POSITIVE_INFINITY } = {}) => {
      const all: Item[] = []
      if (limit <= 0) return all
      for await (const item of items()) {
        all.push(item)
        if (all.length >= limit) break
      }
      return all
    },
  }
}
