import { hasCode } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import {
  bytes,
  crlEntry,
  extension,
  forgeCrl,
  integer,
  keyUsage,
  nameOf,
  timeOf,
} from '../certificate/forge.fixture.js'
import { at, issuing, leaf, leafKey, root, rootKey } from '../path/chain.fixture.js'
import {
  fullName,
  list,
  numbered,
  onlyAuthorities,
  onlyEndEntities,
  points,
  reason,
  scope,
  since,
  uri,
} from './crl.fixture.js'
import { crlCheckIds } from './crl-report.js'
import { type CrlQuery, verifyCrl } from './verify-crl.js'

/** The verdict on a list of the issuing authority, and what stands in the way of `valid`. */
async function judged(query: Partial<CrlQuery> = {}) {
  const report = await verifyCrl({ crl: list(), issuer: issuing(), at, ...query })
  expect(report.checks.map(({ id }) => id)).toEqual(crlCheckIds)
  const open = report.checks
    .filter(({ status }) => status === 'failed' || status === 'unknown')
    .map((check) => `${check.id} ${check.reason}`)
  return [report.verdict, ...open]
}

const revoked = (...extensions: readonly Uint8Array[]) => [crlEntry(integer(3), ...extensions)]
const serial = { serialNumber: '03' }
const certificate = { certificate: leaf() }
const stale = timeOf(new Date('2022-06-14'))
const strange = extension('1.2.3.4', bytes(), true)

describe('verifyCrl', () => {
  test('is valid for a fresh list of the authority', async () => {
    const report = await verifyCrl({ crl: list({ entries: revoked() }), issuer: issuing(), at })
    expect(report).toMatchObject({ verdict: 'valid', algorithms: 'modern', entries: 1, at })
    expect(report.says).toBeUndefined()
  })

  test.each<[string, Partial<CrlQuery>, readonly string[]]>([
    [
      'signed by another key',
      { crl: forgeCrl({ issuer: nameOf('TEST issuing') }, leafKey) },
      ['invalid', 'crl.signature crl-signature-mismatch'],
    ],
    ['of another name', { issuer: root() }, ['invalid', 'crl.signature crl-no-signer']],
    [
      'of an authority that may not sign lists',
      { issuer: issuing({ extensions: [keyUsage('keyCertSign')] }) },
      ['invalid', 'crl.signature issuer-may-not-sign-crl'],
    ],
    [
      'past its next update',
      { crl: list({ nextUpdate: stale }) },
      ['indeterminate', 'crl.dates crl-stale'],
    ],
    [
      'of tomorrow',
      { crl: list({ thisUpdate: timeOf(new Date('2022-06-16')) }) },
      ['indeterminate', 'crl.dates crl-not-yet-issued'],
    ],
    [
      'that promises nothing',
      { crl: list({ nextUpdate: bytes() }) },
      ['indeterminate', 'crl.dates crl-no-next-update'],
    ],
    [
      'without a number',
      { crl: list({ extensions: [] }) },
      ['indeterminate', 'crl.extensions crl-no-number'],
    ],
    [
      'with an unknown critical extension',
      { crl: list({ extensions: [numbered(1), strange] }) },
      ['indeterminate', 'crl.extensions crl-critical-extension'],
    ],
    [
      'with an entry that keeps it from use',
      { crl: list({ entries: revoked(strange) }) },
      ['indeterminate', 'crl.entries crl-critical-extension'],
    ],
    [
      'with an entry that is malformed',
      { crl: list({ entries: [crlEntry(bytes(5, 0))] }) },
      ['invalid', 'crl.entries x509.der.tag'],
    ],
    ['that is none', { crl: bytes(0x30, 0) }, ['invalid', 'crl.parse x509.der.truncated']],
    ['that nobody is said to have signed', { issuer: undefined } as never, ['indeterminate']],
  ])('says why of a list %s', async (_, query, expected) => {
    expect(await judged(query)).toEqual(expected)
  })

  test.each<[string, Partial<CrlQuery>, readonly string[]]>([
    ['good by its number', { about: serial }, ['valid']],
    ['good', { about: certificate }, ['valid']],
    [
      'revoked by its number',
      { about: serial, crl: list({ entries: revoked() }) },
      ['invalid', 'crl.certificate revoked'],
    ],
    [
      'revoked',
      { about: certificate, crl: list({ entries: revoked() }) },
      ['invalid', 'crl.certificate revoked'],
    ],
    [
      'revoked for good on a list that is stale',
      { about: serial, crl: list({ entries: revoked(), nextUpdate: stale }) },
      ['invalid', 'crl.dates crl-stale', 'crl.certificate revoked'],
    ],
    [
      'on hold',
      { about: serial, crl: list({ entries: revoked(reason(6)) }) },
      ['invalid', 'crl.certificate on-hold'],
    ],
    [
      'open when the list is stale',
      { about: serial, crl: list({ nextUpdate: stale }) },
      ['indeterminate', 'crl.dates crl-stale', 'crl.certificate crl-stale'],
    ],
    [
      'open when the signature does not hold',
      {
        about: serial,
        crl: forgeCrl({ issuer: nameOf('TEST issuing'), entries: revoked() }, rootKey),
      },
      ['invalid', 'crl.signature crl-signature-mismatch', 'crl.certificate crl-signature-mismatch'],
    ],
    [
      'open when nobody is said to have signed',
      { about: serial, issuer: undefined } as never,
      ['indeterminate', 'crl.certificate no-issuer'],
    ],
    [
      'good on a list of its kind',
      { about: certificate, crl: list({ extensions: scope(onlyEndEntities) }) },
      ['valid'],
    ],
    [
      'open on a list of another kind',
      { about: certificate, crl: list({ extensions: scope(onlyAuthorities) }) },
      ['indeterminate', 'crl.certificate crl-out-of-scope'],
    ],
    [
      'open by its number, which does not tell its kind',
      { about: serial, crl: list({ extensions: scope(onlyEndEntities) }) },
      ['indeterminate', 'crl.certificate crl-out-of-scope'],
    ],
    [
      'open by its number, which does not tell its partition',
      { about: serial, crl: list({ extensions: scope(fullName(uri('http://a.test/1'))) }) },
      ['indeterminate', 'crl.certificate crl-out-of-scope'],
    ],
    [
      'good in its partition',
      {
        about: { certificate: leaf({ extensions: [points([fullName(uri('http://a.test/1'))])] }) },
        crl: list({ extensions: scope(fullName(uri('http://a.test/1'))) }),
      },
      ['valid'],
    ],
    [
      'open on a list of changes alone',
      { about: serial, crl: list({ extensions: [numbered(8), since(7)] }) },
      ['indeterminate', 'crl.certificate crl-no-base'],
    ],
  ])('says of a certificate that it is %s', async (_, query, expected) => {
    expect(await judged(query)).toEqual(expected)
  })

  test('tells what the list says even when it is not to be relied on', async () => {
    const crl = list({ entries: revoked(reason(1)) })
    const report = await verifyCrl({ crl, about: serial, at })
    expect(report.says).toMatchObject({ serialNumber: '03', reason: 'keyCompromise' })
    expect(report.verdict).toBe('indeterminate')
    for (const entry of [crlEntry(integer(9), strange), crlEntry(bytes(5, 0))]) {
      const odd = list({ entries: [...revoked(), entry] })
      expect((await verifyCrl({ crl: odd, about: serial, at })).says).toBeUndefined()
    }
    const silent = await verifyCrl({ crl, about: { serialNumber: '04' }, at })
    expect(silent.says).toBe('absent')
  })

  test('refuses an instant and a number that are none', async () => {
    const never = verifyCrl({ crl: list(), at: new Date(Number.NaN) })
    await expect(never).rejects.toSatisfy((error) => hasCode(error, 'x509.path.instant'))
    for (const serialNumber of ['', '3', '0A', 'zz', '00'.repeat(21)]) {
      const asked = verifyCrl({ crl: list(), about: { serialNumber }, at })
      await expect(asked).rejects.toSatisfy((error) => hasCode(error, 'x509.certificate.serial'))
    }
  })
})
