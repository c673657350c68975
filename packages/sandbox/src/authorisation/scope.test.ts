import type { Role } from '@tiemchung/schemas/wire'
import { OpenAPIHono } from '@hono/zod-openapi'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { addOperation } from '../app/operation.js'
import type { App, Variables } from '../app/operation-spec.js'
import { Scope, type Thing } from './scope.js'
import { type Action, isPublic, rolesOf, rowOf, type Whose } from './table.js'

const account = (unit?: string, role: Role = 'facility-staff') => ({ name: 'x', role, unit })

describe('a scope', () => {
  test.each<[Whose, string | undefined, Thing, boolean]>([
    ['any', undefined, {}, true],
    ['own-facility', '01234', { facility: '01234' }, true],
    ['own-facility', '01234', { facility: '01235' }, false],
    ['own-facility', '01234', { commune: '01234' }, false],
    ['own-facility', undefined, { facility: undefined }, false],
    ['own-facility', '', { facility: '' }, false],
    ['own-commune', '00001', { facility: '01234', commune: '00001' }, true],
    ['own-commune', '00001', { facility: '00001' }, false],
    ['own-district', '01001', { district: '01001' }, true],
    ['own-district', '01001', { district: '010011' }, false],
    ['own-district', '01001', { district: '01' }, false],
    ['own-province', '01', { district: '01001' }, true],
    ['own-province', '01', { district: '01' }, true],
    ['own-province', '01', { district: '02001' }, false],
    ['own-province', '', { district: '02001' }, false],
    ['own-request', '01234', { facility: '01234' }, false],
    ['own-desk', '01234', { facility: '01234' }, false],
    ['own-item', '01234', { facility: '01234' }, false],
  ])('%s of unit %j and %j: %s', (whose, unit, thing, covered) => {
    expect(new Scope(whose, account(unit)).covers(thing)).toBe(covered)
  })

  test('refuses several things for one that is not in it', () => {
    const scope = new Scope('own-facility', account('01234'))
    expect(() => scope.check({ facility: '01234' }, { facility: '01235' })).toThrow(
      'platform.forbidden',
    )
    expect(() => scope.check()).not.toThrow()
  })

  test('has a desk for those alone who handle feedback', () => {
    const desk = new Scope('own-desk', account('00001', 'commune-police')).desk
    expect(desk).toEqual({ level: 'police', unit: '00001' })
    const none = new Scope('own-desk', account('00001', 'commune-chair'))
    expect(() => none.desk).toThrow('platform.forbidden')
  })
})

describe('a row', () => {
  test.each<[Action, boolean, number]>([
    ['session.open', true, 0],
    ['course.read', false, 1],
    ['record.submit', false, 2],
  ])('%s: public %s, %i roles', (action, open, roles) => {
    expect([isPublic(action), rolesOf(action).length]).toEqual([open, roles])
  })

  test('that does not name a role does not grant it anything', () => {
    expect(rowOf('course.read')['citizen']).toBeUndefined()
  })
})

describe('an operation that answers without having asked whose data it may act on', () => {
  test.each([
    ['forgets', () => Promise.resolve({ secret: 1 }), 500],
    ['asks', ({ scope }: { scope: Scope }) => Promise.resolve({ mine: scope.covers({}) }), 200],
  ])('%s', async (_, handle, status) => {
    const app: App = new OpenAPIHono<{ Variables: Variables }>()
    app.onError((_caught, context) => context.json({}, 500))
    const row = { name: 'staff', role: 'facility-staff', unit: '01234' }
    const services = {
      database: { query: () => Promise.resolve([row]) },
      world: { clock: { now: () => new Date(0) }, hash: () => '' },
      requests: { count: () => undefined },
    }
    addOperation(app, services as never, {
      method: 'get',
      path: '/x',
      id: 'x',
      summary: 'x',
      description: 'x',
      tag: 'records',
      action: 'record.read',
      status: 200,
      answer: z.unknown(),
      handle: handle,
    })
    const answer = await app.request('/x', { headers: { authorization: 'Bearer x' } })
    expect(answer.status).toBe(status)
    expect(await answer.text()).not.toContain('secret')
  })
})
