import { isSdkError, utf8 } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import {
  basicConstraints,
  bytes,
  crlEntry,
  crlNumber,
  extension,
  forgeCrl,
  integer,
  keyUsage,
  nameOf,
  oid,
  sequence,
  timeOf,
  tlv,
} from '../certificate/forge.fixture.js'
import { extensionOids } from '../certificate/oids.js'
import { at, issuing, leaf, open, rootKey, verify } from '../path/chain.fixture.js'
import { hardFail, type RevocationPolicy, softFail } from '../revocation/revocation-policy.js'
import { list, numbered, reason, rootList } from './crl.fixture.js'
import { readCrl } from './read-crl.js'
import { findRevoked, revokedEntries } from './scan-entries.js'

const by = async (...crls: readonly Uint8Array[]) =>
  open(await verify({ revocation: { crls: [rootList(), ...crls] } }))

describe('path.revocation', () => {
  test('is skipped, and said to be, when nobody asks', async () => {
    const report = await verify()
    expect(report.verdict).toBe('valid')
    expect(
      report.checks.filter((check) => check.id === 'path.revocation').map((check) => check.reason),
    ).toEqual(['not-asked', 'not-asked'])
  })

  test('passes for each certificate below the anchor when lists are fresh and silent', async () => {
    const report = await verify({ revocation: { crls: [list(), rootList()] } })
    expect(report.verdict).toBe('valid')
  })

  const revoked = crlEntry(integer(3))
  const strange = extension('1.2.3.4', bytes(), true)
  const strangeSoft = extension('1.2.3.4', bytes())
  const strangeEntry = crlEntry(integer(9), strange)
  const otherKey = extension(extensionOids.authorityKeyIdentifier, sequence(tlv(0x80, bytes(9))))
  const cases: readonly (readonly [string, readonly Uint8Array[], string])[] = [
    ['no list at all', [], 'no-crl'],
    ['a list of another issuer', [rootList()], 'no-crl'],
    [
      'a list signed by another key',
      [forgeCrl({ issuer: nameOf('TEST issuing') }, rootKey)],
      'crl-signature-mismatch',
    ],
    [
      'a list that is past its next update',
      [list({ nextUpdate: timeOf(new Date('2022-06-14')) })],
      'crl-stale',
    ],
    [
      'a list of the future',
      [list({ thisUpdate: timeOf(new Date('2022-06-16')) })],
      'crl-not-yet-issued',
    ],
    ['a list without a next update', [list({ nextUpdate: bytes() })], 'crl-no-next-update'],
    ['a list without its number', [list({ extensions: [] })], 'crl-no-number'],
    [
      'a list without its number or any extension but one',
      [list({ extensions: [strangeSoft] })],
      'crl-no-number',
    ],
    [
      'a list whose number is critical',
      [list({ extensions: [extension(extensionOids.crlNumber, integer(7), true)] })],
      'crl-critical-extension',
    ],
    [
      'a list whose two algorithms differ',
      [list({ outerAlgorithm: sequence(oid('1.2.840.10045.4.3.3')) })],
      'crl-algorithm-mismatch',
    ],
    [
      'an unknown critical extension',
      [list({ extensions: [crlNumber, strange] })],
      'crl-critical-extension',
    ],
    [
      'an unknown critical entry extension',
      [list({ entries: [strangeEntry] })],
      'crl-critical-extension',
    ],
    [
      'the same behind the entry in question',
      [list({ entries: [revoked, strangeEntry] })],
      'crl-critical-extension',
    ],
    ['a malformed entry', [list({ entries: [sequence(integer(9))] })], 'crl-malformed'],
    ['an unknown reason', [list({ entries: [crlEntry(integer(9), reason(7))] })], 'crl-malformed'],
    [
      'entry extensions in version 1',
      [list({ version: bytes(), extensions: [], entries: [crlEntry(integer(9), reason(1))] })],
      'crl-malformed',
    ],
  ]
  test.each(cases)('is unknown by %s', async (_, crls, reasonCode) => {
    expect(await by(...crls)).toEqual([`path.revocation ${reasonCode} certificate[0]`])
  })

  test('is unknown by a list whose key identifier is of another key', async () => {
    const keyId = extension(extensionOids.subjectKeyIdentifier, tlv(4, bytes(1)))
    const authority = [basicConstraints(true), keyUsage('keyCertSign', 'cRLSign'), keyId]
    const report = await verify({
      intermediates: [issuing({ extensions: authority })],
      revocation: { crls: [rootList(), list({ extensions: [crlNumber, otherKey] })] },
    })
    expect(open(report)).toEqual(['path.revocation crl-of-another-key certificate[0]'])
  })

  test('is unknown when the issuer may not sign lists', async () => {
    const authority = [basicConstraints(true), keyUsage('keyCertSign')]
    const report = await verify({
      intermediates: [issuing({ extensions: authority })],
      revocation: { crls: [rootList(), list()] },
    })
    expect(report.verdict).toBe('indeterminate')
    expect(open(report)).toEqual(['path.revocation issuer-may-not-sign-crl certificate[0]'])
  })

  test.each([
    ['without a reason', [revoked], 'revoked', 'unspecified'],
    ['for a lost key', [crlEntry(integer(3), reason(1))], 'revoked', 'keyCompromise'],
    ['on hold', [crlEntry(integer(3), reason(6))], 'on-hold', 'certificateHold'],
  ])('fails for a certificate revoked %s', async (_, entries, code, why) => {
    const report = await verify({ revocation: { crls: [rootList(), list(), list({ entries })] } })
    expect(report.verdict).toBe('invalid')
    expect(open(report)).toEqual([`path.revocation ${code} certificate[0]`])
    expect(report.checks.find((check) => check.status === 'failed')?.params).toEqual({
      reason: why,
      since: '2022-03-01T00:00:00.000Z',
    })
  })

  test('fails for a revoked authority', async () => {
    const crls = [list(), rootList({ entries: [crlEntry(integer(2))] })]
    expect(open(await verify({ revocation: { crls } }))).toEqual([
      'path.revocation revoked certificate[1]',
    ])
  })

  const asked = (policy: RevocationPolicy, crls: readonly Uint8Array[], now = at) =>
    verify({ revocation: { policy, crls: [rootList(), ...crls] }, at: now })
  const aged = (seconds: number) => ({ ...hardFail, longestAge: seconds })
  const age = (at.getTime() - Date.parse('2022-06-01T00:00:00Z')) / 1000

  test.each([
    ['exactly as old as allowed', aged(age), list(), []],
    ['a second older', aged(age - 1), list(), ['crl-too-old']],
    ['without a next update, of an allowed age', aged(age), list({ nextUpdate: bytes() }), []],
    ['without a number', hardFail, list({ extensions: [] }), ['crl-no-number']],
    [
      'without a number, where that counts',
      { ...hardFail, acceptsUnnumbered: true },
      list({ extensions: [] }),
      [],
    ],
  ])('judges a list %s', async (_, policy, crl, reasons) => {
    const found = open(await asked(policy, [crl])).filter((text) => text.endsWith('[0]'))
    expect(found).toEqual(reasons.map((text) => `path.revocation ${text} certificate[0]`))
  })

  test('both ends of a list’s time are included', async () => {
    const begin = new Date('2022-06-01T00:00:00Z')
    const end = new Date('2022-07-01T00:00:00Z')
    expect((await asked(hardFail, [list()], begin)).verdict).toBe('valid')
    expect((await asked(hardFail, [list()], end)).verdict).toBe('valid')
    expect((await asked(hardFail, [list()], new Date(end.getTime() + 1))).verdict).not.toBe('valid')
    expect((await asked(hardFail, [list()], new Date(begin.getTime() - 1))).verdict).not.toBe(
      'valid',
    )
  })

  const stale = { nextUpdate: timeOf(new Date('2022-06-14')) }
  test.each([
    ['revoked for good', crlEntry(integer(3), reason(1)), 'revoked'],
    ['on hold, which may have been lifted', crlEntry(integer(3), reason(6)), 'crl-stale'],
  ])('a list past its time still tells of a certificate %s', async (_, entry, code) => {
    const crls = [rootList(), list({ ...stale, entries: [entry] })]
    const found = await verify({ revocation: { policy: softFail, crls } })
    const own = found.checks.find(
      ({ id, subject }) => id === 'path.revocation' && subject === 'certificate[0]',
    )
    expect(own?.reason).toBe(code)
    expect(found.verdict).toBe(code === 'revoked' ? 'invalid' : 'valid')
  })

  test('a hold that a later list of the series no longer has is lifted', async () => {
    const held = crlEntry(integer(3), reason(6))
    const by = async (entry: Uint8Array, number: number) =>
      open(
        await asked(hardFail, [
          list({ entries: [entry] }),
          list({ extensions: [numbered(number)] }),
        ]),
      )
    expect(await by(held, 8)).toEqual([])
    expect(await by(held, 7)).toEqual(['path.revocation on-hold certificate[0]'])
    expect(await by(revoked, 8)).toEqual(['path.revocation revoked certificate[0]'])
  })

  const lost = extension(extensionOids.invalidityDate, tlv(0x18, utf8('20220201000000Z')))
  test.each([
    ['before the key was lost', '2022-01-31T23:59:59Z', []],
    ['when the key was lost', '2022-02-01T00:00:00Z', ['path.revocation revoked certificate[0]']],
    ['before it was revoked', '2022-02-28T00:00:00Z', ['path.revocation revoked certificate[0]']],
  ])('a signature proven to be there %s', async (_, instant, expected) => {
    const crls = [rootList(), list({ entries: [crlEntry(integer(3), lost)] })]
    const found = await verify({ revocation: { crls, provenAt: new Date(instant) } })
    expect(open(found)).toEqual(expected)
  })

  test('sets a list aside that cannot be read, and says so', async () => {
    const report = await verify({ revocation: { crls: [bytes(1), list()] } })
    expect(report.setAside).toEqual([{ from: 'crls', index: 0, code: 'x509.der.tag' }])
    expect(open(report)).toEqual(['path.revocation no-crl certificate[1]'])
  })
})

describe('readCrl', () => {
  const codeOf = (der: Uint8Array, limits?: { octets: number }) => {
    try {
      readCrl(der, limits)
    } catch (caught) {
      if (isSdkError(caught)) return caught.code
    }
    return undefined
  }

  test('reads a list of both versions', () => {
    expect(readCrl(list()).version).toBe(2)
    const first = readCrl(list({ version: bytes(), extensions: [] }))
    expect([first.version, findRevoked(first, '03')]).toEqual([1, 'absent'])
  })

  test.each([
    ['extensions in version 1', list({ version: bytes() }), 'x509.crl.version'],
    ['version 3', list({ version: integer(2) }), 'x509.crl.version'],
    [
      'an extension twice',
      list({ extensions: [crlNumber, crlNumber] }),
      'x509.certificate.extension-duplicate',
    ],
    ['a certificate', leaf(), 'x509.der.tag'],
    ['an octet behind it', bytes(...list(), 0), 'x509.der.trailing'],
  ])('refuses %s', (_, der, code) => {
    expect(codeOf(der)).toBe(code)
  })

  test('refuses a list that says it has entries and has none', () => {
    expect(codeOf(list({ extensions: [sequence()], entries: [] }))).toBeDefined()
    const empty = forgeCrl({ nextUpdate: bytes(...timeOf(at), 0x30, 0) }, rootKey)
    expect(codeOf(empty)).toBe('x509.crl.entries')
  })

  test('refuses more than the caller allows', () => {
    expect(codeOf(list(), { octets: 10 })).toBe('x509.der.size')
  })

  test('gives the entries in their order', () => {
    const entries = [crlEntry(integer(5), reason(4)), crlEntry(integer(0, 0xff))]
    const found = [...revokedEntries(readCrl(list({ entries })))]
    expect(
      found.map((entry) => entry !== 'unusable' && [entry.serialNumber, entry.reason]),
    ).toEqual([
      ['05', 'superseded'],
      ['ff', 'unspecified'],
    ])
  })
})
