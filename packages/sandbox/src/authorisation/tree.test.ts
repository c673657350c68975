/**
 * The tree of units: every role against everything that belongs to a unit, of its own, below it, above it, beside it and
 * elsewhere. What each may reach is told here from the tree alone, and the tally is printed.
 */
import type { Handler } from '@tiemchung/schemas'
import { roleSchema, type Role } from '@tiemchung/schemas/wire'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox.js'
import { ask } from '../test-platform.fixture.js'
import { type Place, startTree, unitOf } from './places.fixture.js'
import { requests } from './requests.fixture.js'
import { rowOf, type Whose } from './table.js'
import { WalkTally } from './walk-tally.fixture.js'
import { type Operation, operationsOf, statusOf, wordOf } from './walk.fixture.js'

let sandbox: Sandbox
let places: readonly Place[]
beforeAll(async () => {
  ;({ sandbox, places } = await startTree())
}, 300_000)
afterAll(() => sandbox.close())

/** How a unit stands to the unit of a caller. */
type Relation = 'own' | 'below' | 'above' | 'beside' | 'elsewhere'

/** Desks of a place by role, and what is above each: the tree, told once more and not taken from the platform. */
const levelOf: Readonly<Partial<Record<Role, Handler['level']>>> = {
  'facility-staff': 'facility',
  'facility-head': 'facility',
  'commune-station': 'commune',
  'commune-police': 'police',
  'district-centre': 'district',
  'provincial-cdc': 'provincial-cdc',
  province: 'province',
  ministry: 'ministry',
}

/** The unit of a role at a place and those above it, the unit itself first. */
function lineOf(role: Role, { facility, commune, district, province }: Place): readonly string[] {
  const top = [`province ${province}`, 'ministry']
  const below: Readonly<Partial<Record<Role, readonly string[]>>> = {
    'facility-staff': [`facility ${facility}`, `district ${district}`, ...top],
    'facility-head': [`facility ${facility}`, `district ${district}`, ...top],
    'commune-station': [`commune ${commune}`, `district ${district}`, ...top],
    'commune-police': [`police ${commune}`, `district ${district}`, ...top],
    'commune-chair': [`chair ${commune}`, `district ${district}`, ...top],
    'district-centre': [`district ${district}`, ...top],
    'provincial-cdc': [`cdc ${province}`, ...top],
    province: top,
    ministry: ['ministry'],
  }
  return below[role] ?? []
}

function relationOf(caller: readonly string[], thing: readonly string[]): Relation {
  const [own = '', above] = caller
  if (own === '') return 'elsewhere'
  if (own === thing[0]) return 'own'
  if (thing.includes(own)) return 'below'
  if (caller.includes(thing[0] ?? '')) return 'above'
  return above !== undefined && above === thing[1] ? 'beside' : 'elsewhere'
}

/** Operations on an item, its files, or a webhook endpoint of a desk. */
const ofDesks: readonly string[] = [
  ...['getFeedback', 'getEvidence', 'getUpload', 'getWebhookEndpoint', 'takeFeedback'],
  ...['passOnFeedback', 'askFeedback', 'decideFeedback', 'resolveFeedback'],
  ...['attachEvidence', 'startUpload', 'appendUpload'],
]

/** Operations that name a desk by the code of its unit, and not by its level. */
const ofCodes: readonly string[] = ['listFeedback', 'openWebhookEndpoint']

/** Operations on things of a facility; what it is to a caller is what the facility is. */
const ofFacilities: readonly string[] = [
  ...['getRecord', 'listRecords', 'submitRecord', 'submitMinutes', 'getCertificate'],
  ...[
    'listCertificates',
    'getFacilityCertificate',
    'listFacilityCertificates',
    'getFacilitySubject',
  ],
  ...['giveNotice', 'planDay', 'reportDay', 'rollUpDay'],
]

interface Case {
  readonly operation: Operation
  readonly role: Role
  readonly caller: Place
  readonly place: Place
  /** Whose thing at the place. */
  readonly desk: Role
}

/** Whether a facility is what a row of the table says, for a caller of a place. */
const facilityIs: Readonly<Partial<Record<Whose, (own: Place, at: Place) => boolean>>> = {
  any: () => true,
  'own-facility': (own, at) => own.facility === at.facility,
  'own-commune': (own, at) => own.commune === at.commune,
  'own-district': (own, at) => own.district === at.district,
  'own-province': (own, at) => own.province === at.province,
}

/** Whoever names a unit by its code names their own, and the chair of a commune its facilities. */
function relationIn({ operation: { operationId }, role, caller, place, desk }: Case): Relation {
  const byCode = ofCodes.includes(operationId) && unitOf(role, caller) === unitOf(desk, place)
  const chairs = role === 'commune-chair' && caller.commune === place.commune
  if (byCode || (chairs && ofFacilities.includes(operationId))) return 'own'
  return relationOf(lineOf(role, caller), lineOf(desk, place))
}

function mayReach({ operation, role, caller, place, desk }: Case, relation: Relation): boolean {
  const whose = rowOf(operation.action)[role]
  if (whose === undefined) return false
  if (ofFacilities.includes(operation.operationId)) {
    return facilityIs[whose]?.(caller, place) === true
  }
  if (ofCodes.includes(operation.operationId)) {
    return unitOf(role, caller) === unitOf(desk, place)
  }
  if (whose === 'any') return true
  return relation === 'own' || (whose === 'own-and-below' && relation === 'below')
}

const tally = new WalkTally()

async function check(one: Case): Promise<void> {
  const { operation, role, caller, place, desk } = one
  const { operationId, method } = operation
  const fill = requests[operationId]
  if (fill === undefined) throw new Error(`the walk cannot ask ${operationId}`)
  const { headers: _, ...filling } = fill(place, desk)
  const status = await statusOf(sandbox, operation, filling, caller.tokens.get(role))
  const word = wordOf(method, status)
  const relation = relationIn(one)
  const says = `${operationId} by ${role} of ${caller.facility} about ${relation}, ${desk} of ${place.facility}: ${status}`
  if (mayReach(one, relation)) expect(word, says).toBe('reached')
  else expect(['401', '403', 'hidden'], says).toContain(word)
  tally.count(`about ${relation}`, word === 'reached')
  tally.count(`${role} about ${relation}`, word === 'reached')
}

/** Things to ask about: of each desk of each place, or of each facility. */
function targets({ operationId }: Operation): readonly Pick<Case, 'place' | 'desk'>[] {
  if (ofFacilities.includes(operationId)) {
    return places.map((place) => ({ place, desk: 'facility-staff' }))
  }
  const desks = roleSchema.options.filter((role) => levelOf[role] !== undefined)
  return places.flatMap((place) => desks.map((desk) => ({ place, desk })))
}

describe('the tree of units', () => {
  test('lists the items of one’s own unit and of those below, and no others', async () => {
    const items = places.flatMap((place) =>
      [...place.items].map(([desk, item]) => ({
        id: String(item['id']),
        line: lineOf(desk, place),
      })),
    )
    for (const caller of places) {
      for (const role of roleSchema.options) {
        if (rowOf('feedback.list')[role] === undefined) continue
        const [own = ''] = lineOf(role, caller)
        const query = `unit=${unitOf(role, caller)}&below=true&limit=500`
        const token = caller.tokens.get(role) ?? ''
        const { body } = await ask(sandbox, 'GET', `/v1/feedback?${query}`, { token })
        const listed = (body['items'] as { id: string }[]).map(({ id }) => id)
        const wanted = items.filter(({ line }) => line.includes(own)).map(({ id }) => id)
        expect(listed.sort(), `${role} of ${caller.facility}`).toEqual([...new Set(wanted)].sort())
      }
    }
  })

  test('lets nobody reach what is above, beside or elsewhere, nor act on what is below', async () => {
    const named = [...ofDesks, ...ofCodes, ...ofFacilities]
    const walk = operationsOf(sandbox)
      .filter(({ operationId }) => named.includes(operationId))
      .sort((one, two) => Number(one.method !== 'GET') - Number(two.method !== 'GET'))
    expect(walk).toHaveLength(named.length)
    // Callers of one tree; those of the other place are what is elsewhere for them.
    const [caller] = places
    if (caller === undefined) throw new Error('there is no place')
    for (const operation of walk) {
      for (const role of roleSchema.options) {
        for (const target of targets(operation)) {
          await check({ operation, role, caller, ...target })
        }
      }
    }
    tally.print(
      `the tree: ${walk.length} operations, ${roleSchema.options.length} roles, ${places.length} places, ${tally.asked('about ')} requests`,
    )
    for (const relation of ['above', 'beside'] as const) {
      expect(tally.of(`about ${relation}`)).toEqual({
        granted: 0,
        refused: expect.any(Number) as number,
      })
    }
    for (const relation of ['own', 'below', 'above', 'beside', 'elsewhere'] as const) {
      expect(tally.of(`about ${relation}`).refused, relation).toBeGreaterThan(0)
    }
  }, 600_000)
})
