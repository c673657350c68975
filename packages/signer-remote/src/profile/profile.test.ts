import { errorsOf } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { lintProviderProfile, parseProviderProfile } from './lint-profile.js'
import { cscV1Profile, cscV2Profile, mySignProfile, smartCaProfile } from './profiles.js'

const profiles = { cscV1Profile, cscV2Profile, mySignProfile, smartCaProfile }

describe.each(Object.entries(profiles))('%s', (_, profile) => {
  test('is sound, as JSON too, and names no host', () => {
    expect(lintProviderProfile(JSON.parse(JSON.stringify(profile)))).toEqual([])
    expect(JSON.stringify(profile)).not.toMatch(/https?:|\.vn\b|\.com\b/)
  })

  test('was not tried, and says so', () => {
    expect(profile.evidence).not.toBe('tried')
  })
})

describe('lintProviderProfile', () => {
  const stated = (value: unknown, from: unknown = 'no-repeats') => ({ value, from })
  test.each([
    ['no name', { name: '' }, 'name'],
    ['another evidence', { evidence: 'hoped' }, 'evidence'],
    ['another flow', { flow: 'fax' }, 'flow'],
    ['a consent that the flow has not', { consent: 'secrets' }, 'consent'],
    ['a host for a base', { base: 'https://example.vn' }, 'base'],
    ['a base that climbs', { base: '/a/../b' }, 'base'],
    ['a log-in where there is none', { login: { kind: 'basic' } }, 'login'],
    ['signatures later, outside CSC 2', { deferred: true }, 'deferred'],
    ['no hashes', { hashes: stated(0) }, 'hashes.value'],
    ['half a hash', { hashes: stated(0.5) }, 'hashes.value'],
    ['a figure from nowhere', { hashes: stated(50, 'hearsay') }, 'hashes.from'],
    ['a figure without an origin', { hashes: { value: 50 } }, 'hashes.from'],
    ['no time', { confirmation: stated(0) }, 'confirmation.value'],
    ['a doubtful repeat', { repeats: stated('perhaps') }, 'repeats.value'],
    ['no pause', { poll: { first: 0, most: 5 } }, 'poll.first'],
    ['a longest pause that is shorter', { poll: { first: 5, most: 2 } }, 'poll.most'],
    ['no algorithm', { algorithms: [] }, 'algorithms'],
    ['an algorithm without digests', { algorithms: ['EdDSA'] }, 'algorithms'],
    ['no states', { states: {} }, 'states'],
    ['a state that means nothing', { states: { 4001: 'maybe' } }, 'states.*'],
    ['no sources', { sources: [] }, 'sources'],
  ])('%s', (_, change, path) => {
    const issues = lintProviderProfile({ ...smartCaProfile, ...change })
    expect(errorsOf(issues).map((one) => one.path.join('.'))).toContain(path)
  })

  test.each([
    ['no log-in', { login: undefined }, 'login.kind'],
    ['a path for a log-in that has one', { login: { kind: 'basic', path: '/x' } }, 'login.path'],
    ['a path for the grant of software', { login: { kind: 'client', path: '/x' } }, 'login.path'],
    ['no path for one that needs it', { login: { kind: 'software' } }, 'login.path'],
  ])('CSC: %s', (_, change, path) => {
    const issues = lintProviderProfile({ ...mySignProfile, ...change })
    expect(issues.map((one) => one.path.join('.'))).toContain(path)
  })

  test.each([undefined, null, 7, 'text', []])('%j is none, and is refused by code', (document) => {
    expect(lintProviderProfile(document).length).toBeGreaterThan(5)
    expect(() => parseProviderProfile(document)).toThrow('profile')
  })
})
