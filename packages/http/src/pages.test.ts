import { hasCode } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { createHttp } from './create-http.js'
import type { Schema } from './schema.js'

const number: Schema<number> = {
  safeParse: (value) =>
    typeof value === 'number'
      ? { success: true, data: value }
      : { success: false, error: { issues: [{ path: ['value'], message: 'Nguyễn Thị Mẫu' }] } },
}

/** A server of one list, and the addresses it was asked for. */
function serving(...bodies: readonly unknown[]) {
  const asked: string[] = []
  const http = createHttp({
    baseUrl: 'https://api.example.vn',
    retry: { attempts: 1 },
    fetch: async (request: Request) => {
      asked.push(request.url.slice('https://api.example.vn'.length))
      return Promise.resolve(Response.json(bodies[asked.length - 1]))
    },
  })
  return { http, asked }
}

async function all<Item>(list: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = []
  for await (const item of list) items.push(item)
  return items
}

describe('pages', () => {
  const three = [
    { items: [1, 2], next: 'a b' },
    { items: [], next: 'c' },
    { items: [3], next: null },
  ]

  test('gives items in order, across an empty page', async () => {
    const { http, asked } = serving(...three)
    expect(await all(http.pages('/n', { schema: number, query: { of: 'x' } }))).toEqual([1, 2, 3])
    expect(asked).toEqual(['/n?of=x', '/n?of=x&cursor=a+b', '/n?of=x&cursor=c'])
  })

  test('gives pages, without their cursors', async () => {
    const { http } = serving(...three)
    expect(await all(http.pages('/n', { schema: number }).pages())).toEqual([[1, 2], [], [3]])
  })

  test('asks for nothing before it is read, and for nothing more than is read', async () => {
    const { http, asked } = serving(...three)
    const list = http.pages('/n')
    expect(asked).toEqual([])
    for await (const item of list) {
      expect(item).toBe(1)
      break
    }
    expect(asked).toEqual(['/n'])
  })

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'refuses a list of at most %d',
    async (limit) => {
      const { http, asked } = serving(...three)
      const caught = await http
        .pages('/n')
        .toArray({ limit })
        .catch((error: unknown) => error)
      expect(hasCode(caught, 'http.option')).toBe(true)
      expect(asked).toEqual([])
    },
  )

  test.each([
    ['no page', null, [['items']]],
    ['a bare list', [1], [['items']]],
    ['no items', { next: 'a' }, [['items']]],
    ['a cursor that is no text', { items: [], next: 7 }, [['next']]],
    ['an empty cursor', { items: [], next: '' }, [['next']]],
    [
      'wrong items',
      { items: [1, 'x', 'y'] },
      [
        ['items', 1, 'value'],
        ['items', 2, 'value'],
      ],
    ],
  ])('refuses %s, and says where', async (_, body, paths) => {
    const { http } = serving(body)
    const caught = await all(http.pages('/n', { schema: number })).catch((error: unknown) => error)
    expect(hasCode(caught, 'http.schema') && caught.issues.map(({ path }) => path)).toEqual(paths)
    expect(JSON.stringify(caught)).not.toContain('Nguyễn')
  })
})
