/** Delta lists beside complete ones. */
import { describe, expect, test } from 'vitest'
import {
  bytes,
  crlEntry,
  extension,
  forgeCrl,
  integer,
  nameOf,
  tlv,
  sequence,
  timeOf,
} from '../certificate/forge.fixture.js'
import { extensionOids } from '../certificate/oids.js'
import { open, rootKey, verify } from '../path/chain.fixture.js'
import { list, numbered, onlyEndEntities, reason, rootList, scope, since } from './crl.fixture.js'

const complete = (number: number, ...entries: readonly Uint8Array[]) =>
  list({ extensions: [numbered(number)], entries })
const delta = (base: number, number: number, ...entries: readonly Uint8Array[]) =>
  list({ extensions: [numbered(number), since(base)], entries })

const revoked = crlEntry(integer(3), reason(1))
const held = crlEntry(integer(3), reason(6))
const removed = crlEntry(integer(3), reason(8))
const other = crlEntry(integer(9))
const strange = crlEntry(integer(9), extension('1.2.3.4', bytes(), true))

async function by(...crls: readonly Uint8Array[]): Promise<string> {
  const found = open(await verify({ revocation: { crls: [rootList(), ...crls] } }))
  return found.join().replace(/path.revocation (.*) certificate\[0\]/, '$1') || 'good'
}

describe('a delta list', () => {
  test.each<[string, readonly Uint8Array[], string]>([
    ['alone', [delta(1, 3)], 'crl-no-base'],
    ['alone, with the certificate on it', [delta(1, 3, revoked)], 'revoked'],
    ['alone, with a hold', [delta(1, 3, held)], 'on-hold'],
    ['alone, with a hold lifted', [delta(1, 3, removed)], 'crl-no-base'],
    ['silent beside its base', [complete(1), delta(1, 3, other)], 'good'],
    ['that revokes', [complete(1), delta(1, 3, revoked)], 'revoked'],
    ['that holds', [complete(2), delta(1, 3, held)], 'on-hold'],
    ['that lifts a hold', [complete(1, held), delta(1, 3, removed)], 'good'],
    ['that leaves a hold', [complete(1, held), delta(1, 3, other)], 'on-hold'],
    [
      'that lifts what was revoked for good',
      [complete(1, revoked), delta(1, 3, removed)],
      'revoked',
    ],
    ['of a later base lifts nothing', [complete(1, held), delta(2, 3, removed)], 'on-hold'],
    ['of an older number lifts nothing', [complete(3, held), delta(1, 3, removed)], 'on-hold'],
    [
      'is heard before an older one',
      [complete(1, held), delta(1, 2, held), delta(1, 3, removed)],
      'good',
    ],
    [
      'is heard before an older one, the other way round',
      [complete(1, held), delta(1, 2, removed), delta(1, 3, held)],
      'on-hold',
    ],
    ['with an unusable entry', [complete(1, held), delta(1, 3, removed, strange)], 'on-hold'],
    [
      'of another scope lifts nothing',
      [
        complete(1, held),
        list({
          extensions: [...scope(onlyEndEntities).slice(1), numbered(3), since(1)],
          entries: [removed],
        }),
      ],
      'on-hold',
    ],
    [
      'of another key identifier lifts nothing',
      [
        complete(1, held),
        list({
          extensions: [
            numbered(3),
            since(1),
            extension(extensionOids.authorityKeyIdentifier, sequence(tlv(0x80, bytes(1)))),
          ],
          entries: [removed],
        }),
      ],
      'on-hold',
    ],
    [
      'that is stale lifts nothing',
      [
        complete(1, held),
        list({
          extensions: [numbered(3), since(1)],
          entries: [removed],
          nextUpdate: timeOf(new Date('2022-06-14')),
        }),
      ],
      'on-hold',
    ],
    [
      'that is stale says nothing of a hold',
      [
        list({
          extensions: [numbered(3), since(1)],
          entries: [held],
          nextUpdate: timeOf(new Date('2022-06-14')),
        }),
      ],
      'crl-stale',
    ],
  ])('%s', async (_, crls, expected) => {
    expect(await by(...crls)).toBe(expected)
  })

  test('with long numbers is ordered by their value', async () => {
    const long = (...octets: readonly number[]) =>
      extension(extensionOids.crlNumber, integer(...octets))
    const base = list({ extensions: [long(1, 0)], entries: [held] })
    const later = (...octets: readonly number[]) =>
      list({ extensions: [long(...octets), since(9)], entries: [removed] })
    expect(await by(base, later(1, 1))).toBe('good')
    expect(await by(base, later(0, 0xff))).toBe('on-hold')
  })

  test('that somebody else signed is passed over', async () => {
    const issuer = nameOf('TEST issuing')
    const extensions = [numbered(3), since(1)]
    const forged = forgeCrl({ issuer, extensions, entries: [removed] }, rootKey)
    expect(await by(complete(1, held), forged)).toBe('on-hold')
  })

  test('a hold is not lifted by a later list of another scope', async () => {
    const [, onlyUsers = bytes()] = scope(onlyEndEntities)
    const later = list({ extensions: [onlyUsers, numbered(9)] })
    expect(await by(complete(1, held), later)).toBe('on-hold')
  })
})
