import { describe, expect, test } from 'vitest'
import {
  basicConstraints,
  bytes,
  extension,
  forge,
  keyUsage,
  nameOf,
  sequence,
  testKey,
  timeOf,
  tlv,
} from '../certificate/forge.fixture.js'
import { extensionOids } from '../certificate/oids.js'
import {
  authorityExtensions,
  issuing,
  issuingKey,
  leaf,
  leafExtensions,
  open,
  root,
  rootKey,
  verify,
} from './chain.fixture.js'

const instant = (text: string) => timeOf(new Date(text))

describe('path building', () => {
  const other = testKey()

  test('goes back when the first issuer of the name leads nowhere', async () => {
    const stranger = issuing({ issuer: nameOf('TEST stranger') }, other)
    const expired = issuing({ notAfter: instant('2022-06-01T00:00:00Z') })
    const namesake = issuing({ key: other, extensions: authorityExtensions })
    const report = await verify({ intermediates: [stranger, namesake, expired, issuing()] })
    expect(report.verdict).toBe('valid')
  })

  test('finds its way through authorities that certify each other', async () => {
    const crossed = forge(
      {
        issuer: nameOf('TEST issuing'),
        subject: nameOf('TEST root'),
        extensions: authorityExtensions,
        key: rootKey,
      },
      issuingKey,
    )
    const report = await verify({ intermediates: [crossed, crossed, issuing()] })
    expect(report.verdict).toBe('valid')
    expect(
      (
        await verify({
          intermediates: [crossed, issuing()],
          anchors: [{ certificate: root({ subject: nameOf('TEST else') }) }],
        })
      ).verdict,
    ).toBe('indeterminate')
  })

  test('does not count self-issued certificates as intermediates', async () => {
    const renewed = testKey()
    const narrow = [basicConstraints(true, 0), keyUsage('keyCertSign')]
    const rollover = forge(
      {
        issuer: nameOf('TEST issuing'),
        subject: nameOf('TEST issuing'),
        key: renewed,
        extensions: narrow,
      },
      issuingKey,
    )
    const report = await verify({
      leaf: leaf({}, renewed),
      intermediates: [issuing({ extensions: narrow }), rollover],
      budget: { intermediates: 1 },
    })
    expect([report.verdict, report.path.length]).toEqual(['valid', 4])
  })

  test('prefers the issuer whose key identifier is named, and takes it as a hint only', async () => {
    const keyId = (octet: number) =>
      extension(extensionOids.subjectKeyIdentifier, tlv(4, bytes(octet)))
    const named = (octet: number) =>
      extension(extensionOids.authorityKeyIdentifier, sequence(tlv(0x80, bytes(octet))))
    const right = issuing({ extensions: [...authorityExtensions, keyId(1)] })
    const namesake = issuing({ key: other, extensions: [...authorityExtensions, keyId(2)] })
    const hinted = leaf({ extensions: [...leafExtensions, named(1)] })
    const report = await verify({ leaf: hinted, intermediates: [namesake, right] })
    expect([report.verdict, report.work.signatures]).toEqual(['valid', 2])
    const misled = leaf({ extensions: [...leafExtensions, named(2)] })
    expect((await verify({ leaf: misled, intermediates: [namesake, right] })).verdict).toBe('valid')
  })

  test('stays within its budget in a graph of many namesakes', async () => {
    const namesakes = Array.from({ length: 12 }, () => {
      const key = testKey()
      return issuing({ issuer: nameOf('TEST issuing'), key }, testKey())
    })
    const report = await verify({ intermediates: namesakes, budget: { links: 500 } })
    expect(report.verdict).not.toBe('valid')
    expect(report.work.links).toBeLessThanOrEqual(500)
    expect(report.work.signatures).toBeLessThanOrEqual(100)
  })

  test('gives up in a row of self-issued certificates that leads nowhere', async () => {
    const keys = Array.from({ length: 40 }, () => testKey())
    const name = nameOf('TEST issuing')
    const row = keys.slice(1).map((key, index) => {
      const signer = keys[index]
      return forge(
        { issuer: name, subject: name, key, extensions: authorityExtensions },
        signer ?? issuingKey,
      )
    })
    const last = keys[39] ?? issuingKey
    const budget = { signatures: 5000 }
    const report = await verify({ leaf: leaf({}, last), intermediates: row, budget })
    expect(open(report)).toEqual(['path.anchor no-path-found certificate[0]'])
    expect(report.work.links).toBe(10_000)
    expect(report.work.signatures).toBeLessThan(40 * 32)
  })

  test('a signature beyond the budget of a path that is broken anyway is unknown', async () => {
    const between = testKey()
    const upper = issuing({ subject: nameOf('TEST upper'), key: between })
    const query = {
      leaf: leaf({}, testKey()),
      intermediates: [issuing({ issuer: nameOf('TEST upper') }, between), upper],
    }
    expect(open(await verify({ ...query, budget: { signatures: 2 } }))).toEqual([
      'path.signature signature-mismatch certificate[0]',
      'path.signature budget-exhausted certificate[2]',
    ])
    expect(open(await verify(query))).toEqual(['path.signature signature-mismatch certificate[0]'])
  })

  test('names the least broken path when none is sound', async () => {
    const expired = issuing({ notAfter: instant('2022-06-01T00:00:00Z') })
    const worse = issuing({ notAfter: instant('2022-06-01T00:00:00Z'), extensions: [] })
    const report = await verify({ intermediates: [worse, expired] })
    expect(open(report)).toEqual(['path.validity expired certificate[1]'])
  })
})
