/** The whole table: every role, and nobody, against every operation of the app, about their own things and others'. */
import { roleSchema, type Role } from '@tiemchung/schemas/wire'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox.js'
import { ask } from '../test-platform.fixture.js'
import { type Place, startPlaces } from './places.fixture.js'
import { aboutOneself, type Filling, requests } from './requests.fixture.js'
import { type Action, isPublic, rowOf, table, type Whose } from './table.js'

interface Operation {
  readonly method: string
  readonly path: string
  readonly operationId: string
  readonly action: Action
}

let sandbox: Sandbox
let places: readonly [Place, Place]
beforeAll(async () => {
  const started = await startPlaces()
  sandbox = started.sandbox
  places = [started.here, started.there]
}, 180_000)
afterAll(() => sandbox.close())

function operations(): readonly Operation[] {
  const { paths } = sandbox.openApi() as { paths: Record<string, Record<string, object>> }
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => {
      const { operationId, 'x-action': action } = operation as never as Operation & {
        'x-action': Action
      }
      return { method: method.toUpperCase(), path, operationId, action }
    }),
  )
}

/** The status of an answer that goes on; nobody waits for its end. */
async function statusOfStream(path: string, token?: string) {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const answer = await sandbox.fetch(new Request(`http://sandbox${path}`, { headers }))
  await answer.body?.cancel()
  return answer.status
}

/** The status that an operation answers with, asked as it is filled. */
async function statusOf(
  { method, path, operationId }: Operation,
  filling: Filling,
  token?: string,
) {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => filling.path?.[name] ?? '')
  const query = new URLSearchParams(filling.query).toString()
  if (operationId === 'watchFeedback') return statusOfStream(filled, token)
  const { status } = await ask(sandbox, method, query === '' ? filled : `${filled}?${query}`, {
    ...(filling.headers === undefined ? {} : { headers: filling.headers }),
    ...(filling.body === undefined ? {} : { body: filling.body }),
    ...(token === undefined ? {} : { token }),
  })
  return status
}

/** What came of asking, as the table speaks of it. What is asked for is there to be reached. */
function wordOf(method: string, status: number): string {
  if (status === 404) return 'hidden'
  if (method === 'GET') return status === 200 ? 'reached' : String(status)
  return status === 401 || status === 403 ? String(status) : 'reached'
}

/** What the table says that a caller gets about their own things and about those of the other place. */
function expected(whose: Whose | undefined, refused: string, operationId: string): string[][] {
  if (whose === undefined) return [[refused], [refused]]
  if (whose === 'any' || aboutOneself.includes(operationId)) return [['reached'], ['reached']]
  return [['reached'], ['403', 'hidden']]
}

async function checkCaller(operation: Operation, role: Role | undefined, at: 0 | 1): Promise<void> {
  const { action, method, operationId } = operation
  const [own, other] = at === 0 ? places : ([places[1], places[0]] as const)
  const fill = requests[operationId]
  if (fill === undefined) throw new Error(`the walk cannot ask ${operationId}`)
  const row = rowOf(action)
  const whose = role === undefined || isPublic(action) ? row.public : (row[role] ?? row.public)
  const token = role === undefined ? undefined : own.tokens.get(role)
  const wanted = expected(whose, role === undefined ? '401' : '403', operationId)
  for (const [index, place] of [own, other].entries()) {
    // There is one ministry: what is not with it is with a province.
    const desk = role === 'ministry' && index === 1 ? 'province' : (role ?? 'citizen')
    const filling = fill(place, desk)
    // Whoever is known by what they hold holds that of their own.
    const held = whose === 'own-item' && index === 1 ? fill(own, 'citizen').headers : undefined
    const status = await statusOf(operation, held ? { ...filling, headers: held } : filling, token)
    const where = index === 0 ? 'their own' : 'others'
    expect(
      wanted[index],
      `${operationId} by ${role ?? 'nobody'} about ${where}: ${status}`,
    ).toContain(wordOf(method, status))
  }
}

describe('the authorisation table', () => {
  test('has a row for each operation, and no row that none uses', () => {
    const used = new Set(operations().map(({ action }) => action))
    expect([...used].sort()).toEqual(Object.keys(table).sort())
  })

  test('grants what it grants, and nothing else is reachable', async () => {
    // What changes things goes last, so that what it changes is still there to be read.
    const walk = [...operations()].sort(
      (one, two) => Number(one.method !== 'GET') - Number(two.method !== 'GET'),
    )
    for (const operation of walk) {
      for (const role of [undefined, ...roleSchema.options]) {
        await checkCaller(operation, role, 0)
        await checkCaller(operation, role, 1)
      }
    }
    expect(walk.length).toBe(Object.keys(requests).length)
  })
})
