/** The scan over bytes against the reader of whole entries. */
import { isSdkError } from '@tiemchung/core'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bytes,
  crlEntry,
  extension,
  forgeCrl,
  integer,
  oid,
  sequence,
  timeOf,
  tlv,
} from '../certificate/forge.fixture.js'
import { extensionOids } from '../certificate/oids.js'
import { rootKey } from '../path/chain.fixture.js'
import { certificateIssuer, indirect, reason, scope, uri } from './crl.fixture.js'
import { readCrl } from './read-crl.js'
import { findRevoked, revokedEntries } from './scan-entries.js'

const listOf = (...entries: readonly Uint8Array[]) => readCrl(forgeCrl({ entries }, rootKey))
const time = timeOf(new Date('2022-03-01T00:00:00Z'))

function codeOf(run: () => unknown): string | undefined {
  try {
    run()
  } catch (caught) {
    if (isSdkError(caught)) return caught.code
    throw caught
  }
  return undefined
}

describe('findRevoked', () => {
  test('tells serial numbers apart to the last octet', () => {
    const list = listOf(
      crlEntry(integer(1, 2, 3)),
      crlEntry(integer(0, 0x80)),
      crlEntry(integer(0)),
      sequence(integer(5), tlv(0x18, new TextEncoder().encode('20220301000000Z'))),
    )
    const found = (serial: string) => findRevoked(list, serial) !== 'absent'
    expect(['010203', '80', '00', '05'].map(found)).toEqual([true, true, true, true])
    expect(['010204', '0102', '020203', '01', '8000'].map(found)).toEqual(Array(5).fill(false))
  })

  test('finds nothing where nothing is', () => {
    expect(findRevoked(listOf(), '01')).toBe('absent')
    expect([...revokedEntries(listOf())]).toEqual([])
  })

  test('gives the first of two entries of one certificate', () => {
    const list = listOf(crlEntry(integer(1), reason(1)), crlEntry(integer(1), reason(4)))
    expect(findRevoked(list, '01')).toMatchObject({ reason: 'keyCompromise' })
  })

  test('reads lengths of every size', () => {
    const long = extension('1.2.3.4', new Uint8Array(300))
    const longer = extension('1.2.3.4', new Uint8Array(150))
    const list = listOf(
      crlEntry(integer(1), long),
      crlEntry(integer(2), longer),
      crlEntry(integer(3)),
    )
    expect(findRevoked(list, '03')).toMatchObject({ serialNumber: '03' })
  })

  const soft = extension('1.2.3.4', bytes())
  const oddExtension = (...parts: readonly Uint8Array[]) => sequence(oid('1.2.3.4'), ...parts)
  const octets = tlv(0x04)
  test.each<[string, Uint8Array, string]>([
    ['that is no sequence', tlv(0x31), 'x509.der.tag'],
    ['without anything', sequence(), 'x509.der.truncated'],
    ['with a serial of no octets', sequence(integer(), time), 'x509.der.truncated'],
    ['with a negative serial', sequence(integer(0x80), time), 'x509.certificate.serial'],
    [
      'with a serial of 21 octets',
      sequence(integer(...Array<number>(21).fill(1)), time),
      'x509.certificate.serial',
    ],
    ['with a serial that is padded', sequence(integer(0, 1), time), 'x509.der.integer'],
    ['without a time', sequence(integer(9)), 'x509.der.truncated'],
    [
      'with a time of another type',
      sequence(integer(9), tlv(0x04, new Uint8Array(15))),
      'x509.der.tag',
    ],
    ['with a short time', sequence(integer(9), tlv(0x17, bytes(0x5a))), 'x509.der.time'],
    [
      'with a time of letters',
      sequence(integer(9), tlv(0x17, new TextEncoder().encode('22030100000aZ'))),
      'x509.der.time',
    ],
    [
      'with a time without a zone',
      sequence(integer(9), tlv(0x17, new TextEncoder().encode('2203010000000'))),
      'x509.der.time',
    ],
    [
      'with no extension where some are',
      sequence(integer(9), time, sequence()),
      'x509.der.truncated',
    ],
    [
      'with something behind the extensions',
      sequence(integer(9), time, sequence(soft), octets),
      'x509.der.trailing',
    ],
    ['with something else than extensions', sequence(integer(9), time, octets), 'x509.der.tag'],
    [
      'with an extension without a value',
      crlEntry(integer(9), sequence(oid('1.2.3.4'))),
      'x509.der.truncated',
    ],
    [
      'with an extension that goes on',
      crlEntry(integer(9), oddExtension(octets, octets)),
      'x509.der.trailing',
    ],
    [
      'with a flag that is written out false',
      crlEntry(integer(9), oddExtension(tlv(0x01, bytes(0)), octets)),
      'x509.der.default',
    ],
    [
      'with a flag of two octets',
      crlEntry(integer(9), oddExtension(tlv(0x01, bytes(0xff, 0xff)), octets)),
      'x509.der.boolean',
    ],
    [
      'with a reason that is none',
      crlEntry(integer(9), extension(extensionOids.reasonCode, integer(1))),
      'x509.certificate.extension',
    ],
    [
      'with a reason that nobody knows',
      crlEntry(integer(9), reason(7)),
      'x509.certificate.extension',
    ],
    ['with an indefinite length', bytes(0x30, 0x80, 0, 0), 'x509.der.length'],
    ['with a length of five octets', bytes(0x30, 0x85, 0, 0, 0, 0, 1), 'x509.der.length'],
    ['with a length that is too long', bytes(0x30, 0x81, 0x05, 0, 0, 0, 0, 0), 'x509.der.length'],
    ['with a length in too many octets', bytes(0x30, 0x82, 0, 0x90), 'x509.der.length'],
    ['that ends in its length', bytes(0x30, 0x82, 1), 'x509.der.truncated'],
    ['that is longer than the list', bytes(0x30, 0x7f, 1), 'x509.der.truncated'],
    ['of one octet', bytes(0x30), 'x509.der.truncated'],
  ])('refuses an entry %s', (_, entry, code) => {
    expect(codeOf(() => findRevoked(listOf(crlEntry(integer(1)), entry), '02'))).toBe(code)
  })

  test('looks into entries of version 1 for what they may not have', () => {
    const list = readCrl(
      forgeCrl(
        { version: bytes(), extensions: [], entries: [crlEntry(integer(9), soft)] },
        rootKey,
      ),
    )
    expect(codeOf(() => findRevoked(list, '02'))).toBe('x509.crl.version')
    expect(codeOf(() => [...revokedEntries(list)])).toBe('x509.crl.version')
  })
})

describe('against the reader of whole entries', () => {
  const flip = (der: Uint8Array, at: number, bit: number) => {
    const copy = der.slice()
    const index = at % copy.length
    copy[index] = Number(copy[index]) ^ (1 << bit)
    return copy
  }
  const whole = forgeCrl(
    {
      extensions: scope(indirect),
      entries: [
        crlEntry(integer(1), reason(1)),
        crlEntry(integer(2), extension('1.2.3.4', bytes(1)), certificateIssuer(uri('a'))),
        crlEntry(integer(0, 0xff)),
      ],
    },
    rootKey,
  )
  const begin = readCrl(whole).entries?.body ?? 0
  const size = (readCrl(whole).entries?.end ?? 0) - begin

  test('whatever the reader takes, the scan takes and finds the same', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.nat({ max: 7 })), { maxLength: 2 }), (flips) => {
        const der = flips.reduce((all, [at, bit]) => flip(all, begin + (at % size), bit), whole)
        const list = readCrl(der)
        let entries: readonly unknown[]
        try {
          entries = [...revokedEntries(list)]
        } catch {
          return
        }
        const direct = entries.findIndex(
          (entry) =>
            entry === 'unusable' || (entry as { serialNumber: string }).serialNumber === '01',
        )
        const found = findRevoked(list, '01')
        if (entries.includes('unusable')) expect(found).toBe('unusable')
        else if (direct === 0) expect(found).toEqual(entries[0])
      }),
      { numRuns: 2000 },
    )
  })
})
