import { isSdkError } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import {
  basicConstraints,
  bytes,
  type CrlFields,
  crlEntry,
  crlNumber,
  extension,
  forgeCrl,
  integer,
  keyUsage,
  nameOf,
  sequence,
  timeOf,
  tlv,
} from '../certificate/forge.fixture.js'
import { extensionOids } from '../certificate/oids.js'
import { at, issuing, issuingKey, leaf, open, rootKey, verify } from '../path/chain.fixture.js'
import { readCrl } from './read-crl.js'
import { findRevoked, revokedEntries } from './scan-entries.js'

const reason = (code: number) => extension(extensionOids.reasonCode, tlv(0x0a, bytes(code)))
const rootList = (fields: Partial<CrlFields> = {}) => forgeCrl(fields, rootKey)
const list = (fields: Partial<CrlFields> = {}) =>
  forgeCrl({ issuer: nameOf('TEST issuing'), ...fields }, issuingKey)
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
  const scope = extension(extensionOids.issuingDistributionPoint, sequence(), true)
  const delta = extension(extensionOids.deltaCrlIndicator, integer(1), true)
  const strange = extension('1.2.3.4', bytes(), true)
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
    ['a partitioned list', [list({ extensions: [crlNumber, scope] })], 'crl-scope-unsupported'],
    ['a delta list', [list({ extensions: [crlNumber, delta] })], 'crl-delta-unsupported'],
    [
      'a delta list beside a complete one',
      [list(), list({ extensions: [crlNumber, delta] })],
      'crl-delta-unsupported',
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
