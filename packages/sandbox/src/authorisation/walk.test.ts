/** The whole table: every role, and nobody, against every operation of the app, about their own things and others'. */
import { roleSchema, type Role } from '@tiemchung/schemas/wire'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox.js'
import { type Place, startPlaces } from './places.fixture.js'
import { aboutOneself, requests } from './requests.fixture.js'
import { WalkTally } from './walk-tally.fixture.js'
import { isPublic, rowOf, table, type Whose } from './table.js'
import { type Operation, operationsOf, statusOf, wordOf } from './walk.fixture.js'

const tally = new WalkTally()
let sandbox: Sandbox
let places: readonly [Place, Place]
beforeAll(async () => {
  const started = await startPlaces()
  sandbox = started.sandbox
  places = [started.here, started.there]
}, 180_000)
afterAll(() => sandbox.close())

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
    const status = await statusOf(
      sandbox,
      operation,
      held ? { ...filling, headers: held } : filling,
      token,
    )
    const where = index === 0 ? 'their own' : 'others'
    expect(
      wanted[index],
      `${operationId} by ${role ?? 'nobody'} about ${where}: ${status}`,
    ).toContain(wordOf(method, status))
    tally.count(`${whose ?? 'not named'}, about ${where}`, wordOf(method, status) === 'reached')
  }
}

describe('the authorisation table', () => {
  test('has a row for each operation, and no row that none uses', () => {
    const used = new Set(operationsOf(sandbox).map(({ action }) => action))
    expect([...used].sort()).toEqual(Object.keys(table).sort())
  })

  test('grants what it grants, and nothing else is reachable', async () => {
    // What changes things goes last, so that what it changes is still there to be read.
    const walk = [...operationsOf(sandbox)].sort(
      (one, two) => Number(one.method !== 'GET') - Number(two.method !== 'GET'),
    )
    for (const operation of walk) {
      for (const role of [undefined, ...roleSchema.options]) {
        await checkCaller(operation, role, 0)
        await checkCaller(operation, role, 1)
      }
    }
    expect(walk.length).toBe(Object.keys(requests).length)
    tally.print(
      `the walk: ${walk.length} operations, ${roleSchema.options.length} roles and nobody, 2 places, ${tally.asked()} requests`,
    )
  })
})
