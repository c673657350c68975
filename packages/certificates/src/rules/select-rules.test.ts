import { describe, expect, it } from 'vitest'
import type { BusinessRule } from './business-rule.js'
import { ruleWith } from './rules.test-kit.js'
import { type Selection, selectRules } from './select-rules.js'

const wanted: Selection = {
  at: new Date('2022-12-01T00:00:00Z'),
  country: 'FR',
  region: '',
  issuer: 'VN',
  type: 'vaccination',
}
const reasonsOf = (rules: readonly BusinessRule[], changes: Partial<Selection> = {}) =>
  selectRules(rules, { ...wanted, ...changes }).map(({ leftOut }) => leftOut ?? 'counts')
const invalidation = (changes: Partial<BusinessRule> = {}) =>
  ruleWith({ Identifier: 'IR-VN-0001', Type: 'Invalidation', Country: 'VN', ...changes })

describe('selectRules (P47)', () => {
  it.each<[string, BusinessRule, string]>([
    ['acceptance of the country of arrival', ruleWith(), 'counts'],
    ['acceptance of another country', ruleWith({ Country: 'VN' }), 'other-country'],
    ['invalidation of the country of issue', invalidation(), 'counts'],
    ['invalidation of the country of arrival', invalidation({ Country: 'FR' }), 'other-country'],
    ['a general rule', ruleWith({ CertificateType: 'General' }), 'counts'],
    ['a rule about tests', ruleWith({ CertificateType: 'Test' }), 'other-type'],
    ['a rule about recoveries', ruleWith({ CertificateType: 'Recovery' }), 'other-type'],
    ['a rule of a region', ruleWith({ Region: 'BRE' }), 'other-region'],
    ['a rule of a blank region', ruleWith({ Region: ' ' }), 'counts'],
    ['invalidation of a region', invalidation({ Region: 'HN' }), 'counts'],
    ['begins now', ruleWith({ ValidFrom: '2022-12-01T00:00:00Z' }), 'counts'],
    ['begins in a second', ruleWith({ ValidFrom: '2022-12-01T00:00:01Z' }), 'not-in-force'],
    ['ends now, in another offset', ruleWith({ ValidTo: '2022-12-01T07:00:00+07:00' }), 'counts'],
    ['ended a second ago', ruleWith({ ValidTo: '2022-11-30T23:59:59Z' }), 'not-in-force'],
  ])('%s: %s', (_, rule, reason) => {
    expect(reasonsOf([rule])).toEqual([reason])
  })

  it('a region has its own rules only', () => {
    const rules = [ruleWith(), ruleWith({ Region: 'bre' })]
    expect(reasonsOf(rules, { region: 'BRE' })).toEqual(['other-region', 'counts'])
  })

  it('takes the newest version of each identifier, by number and not by letter', () => {
    const versions = ['1.9.0', '1.10.0', '1.2.30'].map((Version) => ruleWith({ Version }))
    const other = ruleWith({ Identifier: 'VR-FR-0002', Version: '0.1.0' })
    expect(reasonsOf([...versions, other])).toEqual([
      'superseded',
      'counts',
      'superseded',
      'counts',
    ])
  })

  it('a version that is not in force, or of another place, supersedes nothing', () => {
    const rules = [
      ruleWith(),
      ruleWith({ Version: '2.0.0', ValidFrom: '2023-01-01T00:00:00Z' }),
      ruleWith({ Version: '3.0.0', Region: 'BRE' }),
      ruleWith({ Version: '4.0.0', CertificateType: 'Test' }),
    ]
    expect(reasonsOf(rules)).toEqual(['counts', 'not-in-force', 'other-region', 'other-type'])
  })

  it('two documents of one version both count', () => {
    expect(reasonsOf([ruleWith(), ruleWith()])).toEqual(['counts', 'counts'])
  })

  it('a version that is none is the oldest, and stands where it is alone', () => {
    expect(reasonsOf([ruleWith({ Version: 'new' })])).toEqual(['counts'])
    expect(reasonsOf([ruleWith({ Version: 'new' }), ruleWith()])).toEqual(['superseded', 'counts'])
  })
})
