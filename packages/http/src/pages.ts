import { InputError } from '@tiemchung/core'
import { misshapen } from './answer/data.js'
import { errorCatalogue } from './errors.js'
import type { Answer, Pages, PagesOptions } from './http.js'
import type { Schema, SchemaIssue } from './schema.js'

interface Page<Item> {
  readonly items: readonly Item[]
  readonly next: string | undefined
}

/** The query parameter that asks for what comes after a page. */
const cursorName = 'cursor'

/** Asks for one page. */
export type PageRequest = <Data>(
  options: PagesOptions & { readonly schema: Schema<Data> },
) => Promise<Answer<Data>>

/** The shape of one page: `{ items, next }`, where `next` is a text, or null or absent on the last. */
function pageSchema<Item>(item: Schema<Item> | undefined): Schema<Page<Item>> {
  const refuse = (issues: readonly SchemaIssue[]) =>
    ({ success: false, error: { issues } }) as const
  return {
    safeParse: (value) => {
      const { items, next } = (value ?? {}) as { items?: unknown; next?: unknown }
      if (!Array.isArray(items)) return refuse([{ path: ['items'] }])
      if (next !== undefined && next !== null && (typeof next !== 'string' || next === '')) {
        return refuse([{ path: ['next'] }])
      }
      const data: Item[] = []
      const issues: SchemaIssue[] = []
      items.forEach((one: unknown, index) => {
        const result = item?.safeParse(one) ?? { success: true, data: one as Item }
        if (result.success) return data.push(result.data)
        for (const { path } of result.error.issues) issues.push({ path: ['items', index, ...path] })
      })
      if (issues.length > 0) return refuse(issues)
      return { success: true, data: { items: data, next: next ?? undefined } }
    },
  }
}

/** The list behind a path. */
export function pagesOf<Item>(
  ask: PageRequest,
  options: PagesOptions & { readonly schema?: Schema<Item> },
): Pages<Item> {
  const schema = pageSchema(options.schema)

  async function* pages(): AsyncGenerator<readonly Item[], void, undefined> {
    const seen = new Set<string>()
    let cursor: string | undefined
    for (;;) {
      const query = { ...options.query, [cursorName]: cursor }
      const answer = await ask({ ...options, query, schema })
      yield answer.data.items
      cursor = answer.data.next
      if (cursor === undefined) return
      if (seen.has(cursor)) throw misshapen(answer)
      seen.add(cursor)
    }
  }

  async function* items(): AsyncGenerator<Item, void, undefined> {
    for await (const page of pages()) yield* page
  }

  return {
    [Symbol.asyncIterator]: items,
    pages,
    toArray: async ({ limit }) => {
      if (!Number.isSafeInteger(limit) || limit < 1) {
        throw new InputError(errorCatalogue, 'http.option', { path: ['limit'] })
      }
      const list: Item[] = []
      for await (const item of items()) {
        list.push(item)
        if (list.length === limit) break
      }
      return list
    },
  }
}
