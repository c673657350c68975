import { InputError } from '@tiemchung/core'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { samplePayload } from '../test-kit.js'
import type { VaccinationEntry } from '../verify/index.js'
import type { BusinessRule } from './business-rule.js'
import { evaluateRules, type RulesOptions } from './evaluate-rules.js'
import { explainRule } from './explain-rule.js'
import { ruleReasonCatalogue } from './rule-reasons.js'
import { ruleValueSets } from './rule-value-sets.js'
import { arrival, claimsWith, ruleWith } from './rules.test-kit.js'

const clock = { var: 'external.validationClock' }
const doseDay = { var: 'payload.v.0.dt' }
const plus = (date: unknown, amount: number, unit = 'day') => ({ plusTime: [date, amount, unit] })

function only(rule: BusinessRule, claims = claimsWith(), options: Partial<RulesOptions> = {}) {
  const { checks, verdict } = evaluateRules(claims, [rule], { ...arrival, ...options })
  const { status, reason } = checks[0] ?? {}
  return { status, reason, verdict }
}

const withLogic = (Logic: unknown, changes: Partial<BusinessRule> = {}) =>
  ruleWith({ Logic, ...changes })

function claimsOfDose(changes: Partial<VaccinationEntry>, dob = '2014-09-02') {
  const { v, ...rest } = samplePayload()
  const [dose] = v ?? []
  const payload = { ...rest, dob, v: [{ ...dose, ...changes } as VaccinationEntry] as const }
  return claimsWith({ payload, certificateId: payload.v[0].ci })
}

afterEach(() => {
  vi.unstubAllEnvs()
})

describe('evaluateRules', () => {
  it.each([['VN MOH'], ['vn'], ['']])(
    'counts the invalidations of the country of the event for the issuer "%s"',
    (issuer) => {
      const rule = ruleWith({ Identifier: 'IR-VN-0001', Type: 'Invalidation', Country: 'VN' })
      const { status, verdict } = only({ ...rule, Logic: { '!': [1] } }, claimsWith({ issuer }))
      expect([status, verdict]).toEqual(['failed', 'invalid'])
    },
  )

  it('has a check for each rule, with identifier and version, and what it rests on', () => {
    const report = evaluateRules(
      claimsWith(),
      [ruleWith(), ruleWith({ Identifier: 'IR-VN-0001', Type: 'Invalidation', Country: 'VN' })],
      arrival,
    )
    expect(report).toEqual({
      verdict: 'valid',
      checks: [
        {
          id: 'rule.acceptance',
          status: 'passed',
          subject: 'VR-FR-0001',
          cite: 'VR-FR-0001 1.0.0',
        },
        {
          id: 'rule.invalidation',
          status: 'passed',
          subject: 'IR-VN-0001',
          cite: 'IR-VN-0001 1.0.0',
        },
      ],
      basis: {
        at: '2022-12-01T00:00:00.000Z',
        country: 'FR',
        region: '',
        issuer: 'VN',
        type: 'vaccination',
      },
    })
  })

  it('a rule that does not hold fails, and one that fails makes all invalid', () => {
    const claims = claimsOfDose({ dn: 1 })
    expect(only(ruleWith(), claims)).toEqual({
      status: 'failed',
      reason: 'rule-not-met',
      verdict: 'invalid',
    })
    const open = withLogic({ var: 'payload' }, { Identifier: 'GR-FR-0001' })
    expect(evaluateRules(claims, [ruleWith(), open], arrival).verdict).toBe('invalid')
  })

  it('without a rule that counts nothing is known', () => {
    expect(evaluateRules(claimsWith(), [], arrival).verdict).toBe('indeterminate')
    expect(only(ruleWith({ Country: 'DE' })).verdict).toBe('indeterminate')
  })

  it.each<[string, string, BusinessRule]>([
    ['answers null', 'rule-not-boolean', withLogic({ var: 'payload.t' })],
    ['answers a number', 'rule-not-boolean', withLogic({ var: 'payload.v.0.dn' })],
    ['answers what is merely truthy', 'rule-not-boolean', withLogic({ var: 'payload.v' })],
    ['answers a date', 'rule-not-boolean', withLogic(plus(doseDay, 0))],
    ['compares what is no number', 'logic-threw', withLogic({ '>': [{ var: 'payload.dob' }, 1] })],
    ['asks for a member of no list (P45)', 'logic-threw', withLogic({ in: ['x', null] })],
    ['knows no such operation', 'logic-threw', withLogic({ all: [1] })],
    ['adds to what is no day', 'logic-threw', withLogic(plus({ var: 'payload.v.0.is' }, 1))],
    ['is of another engine', 'engine-unknown', ruleWith({ Engine: 'CQL' })],
    ['is of a later engine', 'engine-unknown', ruleWith({ EngineVersion: '1.4.0' })],
    ['has no engine version', 'engine-unknown', ruleWith({ EngineVersion: '1' })],
    ['reads a later schema', 'schema-differs', ruleWith({ SchemaVersion: '1.3.1' })],
    ['reads an older major schema', 'schema-differs', ruleWith({ SchemaVersion: '0.9.0' })],
    ['has no schema version', 'schema-differs', ruleWith({ SchemaVersion: '' })],
  ])('a rule that %s is open: neither passed nor failed', (_, reason, rule) => {
    expect(only(rule)).toEqual({ status: 'unknown', reason, verdict: 'indeterminate' })
  })

  it.each<[string, Partial<RulesOptions>, string]>([
    ['kid', {}, 'kid'],
    ['a value set', { valueSets: {} }, 'valueSets.vaccines-covid-19-names'],
    ['anything unknown', {}, 'weather'],
    ['what every object has', {}, 'constructor'],
    ['what every set has', { valueSets: {} }, 'valueSets.constructor'],
  ])(
    'a rule that reads %s without having it is open, as null is in no list',
    (_, options, path) => {
      const rule = withLogic({ '!': [{ in: [{ var: `external.${path}` }, ['AQ==']] }] })
      expect(only(rule, claimsWith(), options)).toMatchObject({
        status: 'unknown',
        reason: 'external-missing',
      })
    },
  )

  it('gives rules the clock, times, countries, region, key and codes', () => {
    const options = {
      region: 'BRE',
      keyId: Uint8Array.of(1),
      valueSets: ruleValueSets([
        { valueSetId: 'x', valueSetDate: '2022-01-01', valueSetValues: { a: {} } },
      ]),
    }
    for (const [path, value] of [
      ['validationClock', '2022-12-01T00:00:00.000Z'],
      ['iat', '2022-06-01T00:00:00.000Z'],
      ['exp', '2023-06-01T00:00:00.000Z'],
      ['countryCode', 'FR'],
      ['issuerCountryCode', 'VN'],
      ['region', 'BRE'],
      ['kid', 'AQ=='],
      ['valueSets.x.0', 'a'],
    ]) {
      const rule = withLogic({ '===': [{ var: `external.${path}` }, value] }, { Region: 'bre' })
      expect(only(rule, claimsWith(), options).status, path).toBe('passed')
    }
  })

  it.each([
    ['a day after another', { dt: '2022-02-30' }, '2014-09-02'],
    ['a day beyond its month', { dt: '2022-09-99' }, '2014-09-02'],
    ['an hour', { dt: '2022-05-20T99:00:00Z' }, '2014-09-02'],
    ['a month of birth', {}, '1963-00'],
    ['a day of birth', {}, '1963-04-31'],
    ['a part of the id', { ci: 'URN:UVCI:01:VN:2022-13-01' }, '2014-09-02'],
  ])('%s that does not exist keeps every rule open (P46)', (_, dose, dob) => {
    const rule = withLogic({ '!': [{ after: [plus(doseDay, 0), plus(clock, 0)] }] })
    expect(only(rule, claimsOfDose(dose, dob))).toMatchObject({
      status: 'unknown',
      reason: 'impossible-date',
    })
  })

  it.each([
    ['2014', true],
    ['2014-09', true],
    ['2014-09-02', true],
    ['2010-12', false],
    ['2010', false],
  ])('a birth date of %s is read as its last day: under twelve is %s (P46)', (dob, minor) => {
    const turnsTwelve = plus({ var: 'payload.dob' }, 12, 'year')
    const rule = withLogic({ before: [plus(clock, 0), turnsTwelve] })
    const at = new Date('2022-12-31T00:00:00Z')
    expect(only(rule, claimsOfDose({}, dob), { at }).status).toBe(minor ? 'passed' : 'failed')
  })

  it.each([
    ['Asia/Ho_Chi_Minh', -420],
    ['America/New_York', 300],
    ['Pacific/Kiritimati', -840],
  ])('the zone of the machine does not matter: %s (P46)', (zone, offset) => {
    vi.stubEnv('TZ', zone)
    expect(new Date('2022-12-01T00:00:00Z').getTimezoneOffset()).toBe(offset)
    // Clocks changed in New York on 2022-11-06; 14 days are 14 times 24 hours all the same.
    const rule = withLogic({ 'not-before': [plus(clock, 0), plus(doseDay, 14)] })
    const claims = claimsOfDose({ dt: '2022-10-30' })
    const statusAt = (at: string) => only(rule, claims, { at: new Date(at) }).status
    expect(statusAt('2022-11-12T23:59:59.999Z')).toBe('failed')
    expect(statusAt('2022-11-13T00:00:00.000Z')).toBe('passed')
  })

  it.each<[string, Partial<RulesOptions>, string]>([
    ['no instant', { at: new Date(Number.NaN) }, 'certificate-rules.at'],
    ['a country in words', { country: 'France' }, 'certificate-rules.country'],
  ])('refuses %s', (_, options, code) => {
    const evaluate = () => evaluateRules(claimsWith(), [], { ...arrival, ...options })
    expect(evaluate).toThrow(InputError)
    expect(evaluate).toThrow(expect.objectContaining({ code }))
  })
})

describe('explainRule', () => {
  it('has a sentence in both languages for every reason', () => {
    for (const reason of Object.keys(ruleReasonCatalogue)) {
      const entry = explainRule({ id: 'rule.acceptance', status: 'unknown', reason })
      expect(entry?.says.vi).not.toBe('')
      expect(entry?.says.en).not.toBe('')
    }
  })

  it('has none for a rule that passed, or a reason of others', () => {
    expect(explainRule({ id: 'rule.acceptance', status: 'passed' })).toBeUndefined()
    expect(explainRule({ id: 'x', status: 'failed', reason: 'toString' })).toBeUndefined()
    expect(explainRule({ id: 'x', status: 'failed' })).toBeUndefined()
  })
})
