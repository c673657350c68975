/** One chain of test certificates with lists of every kind: complete, delta, partitioned, indirect. */
import {
  bytes,
  crlEntry,
  extension,
  forgeCrl,
  integer,
  keyUsage,
  nameOf,
  testKey,
  tlv,
} from '../../../packages/x509/src/certificate/forge.fixture.js'
import { extensionOids } from '../../../packages/x509/src/certificate/oids.js'
import {
  certificateIssuer,
  crlIssuer,
  directory,
  flags,
  fullName,
  indirect,
  list,
  numbered,
  onlyEndEntities,
  points,
  reason,
  rootList,
  scope,
  since,
  uri,
} from '../../../packages/x509/src/crl/crl.fixture.js'
import {
  at,
  issuing,
  leaf,
  leafExtensions,
  root,
  rootKey,
} from '../../../packages/x509/src/path/chain.fixture.js'
import type { Situation } from '../corpus-x509.js'
import type { Documents } from './documents.js'

const first = uri('http://a.vn/1.crl')
const second = uri('http://a.vn/2.crl')
const listsName = nameOf('TEST lists')
const issuingName = directory(nameOf('TEST issuing'))

const subscriber = (serial: number, ...extensions: readonly Uint8Array[]) =>
  leaf({ serial: integer(serial), extensions: [...leafExtensions, ...extensions] })

/** Numbers: 3 good, 4 revoked, 6 on hold, 7 revoked by the delta list, 9 and 10 of a partition, 11 of another. */
function certificates(): Readonly<Record<string, Uint8Array>> {
  const inFirst = points([fullName(first)])
  const byOthers = points([fullName(first), crlIssuer(directory(listsName))])
  const [some, rest] = [flags(0x81, 1, 2), flags(0x81, 3, 4, 5, 6, 7, 8)]
  return {
    root: root(),
    issuing: issuing(),
    good: leaf(),
    revoked: subscriber(4),
    held: subscriber(6),
    late: subscriber(7),
    'in-partition': subscriber(9, inFirst),
    'revoked-in-partition': subscriber(10, inFirst),
    'in-another-partition': subscriber(11, points([fullName(second)])),
    indirect: subscriber(12, byOthers),
    'revoked-indirectly': subscriber(13, byOthers),
    'by-reasons': subscriber(14, points([fullName(first), some], [fullName(second), rest])),
  }
}

function lists(listsKey: ReturnType<typeof testKey>): Readonly<Record<string, Uint8Array>> {
  const invalid = extension(
    extensionOids.invalidityDate,
    tlv(0x18, new TextEncoder().encode('20220220000000Z')),
  )
  const others = Array.from({ length: 12 }, (_, index) => crlEntry(integer(64 + index)))
  const [, ofUsers = bytes()] = scope(fullName(first), onlyEndEntities)
  return {
    'root-list': rootList(),
    complete: list({
      extensions: [numbered(5)],
      entries: [crlEntry(integer(4), reason(1)), crlEntry(integer(6), reason(6)), ...others],
    }),
    'complete-early': list({
      extensions: [numbered(5)],
      entries: [crlEntry(integer(4), reason(1), invalid)],
    }),
    delta: list({
      extensions: [numbered(7), since(5)],
      entries: [crlEntry(integer(6), reason(8)), crlEntry(integer(7), reason(4))],
    }),
    partition: list({ extensions: [numbered(3), ofUsers], entries: [crlEntry(integer(10))] }),
    'some-reasons': list({ extensions: scope(fullName(first), flags(0x83, 1, 2)) }),
    'other-reasons': list({
      extensions: scope(fullName(second), flags(0x83, 3, 4, 5, 6, 7, 8)),
    }),
    'indirect-list': forgeCrl(
      {
        issuer: listsName,
        extensions: scope(fullName(first), indirect),
        entries: [
          crlEntry(integer(12)),
          crlEntry(integer(13), reason(5), certificateIssuer(issuingName)),
          crlEntry(integer(21)),
        ],
      },
      listsKey,
    ),
    'forged-list': forgeCrl({ issuer: nameOf('TEST issuing') }, testKey()),
  }
}

type Row = readonly [leaf: string, crls: readonly string[], expected: Situation['expected']]

const rows: Readonly<Record<string, Row>> = {
  complete: ['good', ['complete'], 'valid'],
  'complete, revoked': ['revoked', ['complete'], 'invalid'],
  'complete, revoked and invalid before': ['revoked', ['complete-early'], 'invalid'],
  'complete, on hold': ['held', ['complete'], 'invalid'],
  'delta, silent': ['good', ['complete', 'delta'], 'valid'],
  'delta, lifts a hold': ['held', ['complete', 'delta'], 'valid'],
  'delta, revokes': ['late', ['complete', 'delta'], 'invalid'],
  'delta alone': ['good', ['delta'], 'indeterminate'],
  partition: ['in-partition', ['partition'], 'valid'],
  'partition, revoked': ['revoked-in-partition', ['partition', 'complete'], 'invalid'],
  'partition of others': ['in-another-partition', ['partition'], 'indeterminate'],
  'by reasons': ['by-reasons', ['some-reasons', 'other-reasons'], 'valid'],
  indirect: ['indirect', ['indirect-list'], 'valid'],
  'indirect, revoked': ['revoked-indirectly', ['indirect-list'], 'invalid'],
  'by a stranger': ['good', ['forged-list'], 'indeterminate'],
}

/** Whoever keeps a newer list back is not noticed before the others are stale. */
const withheld: Readonly<Record<string, readonly string[]>> = {
  late: ['delta'],
  'revoked-in-partition': ['partition'],
}

/** Makes the chain and its lists, and says what they come to. */
export function makeListSeeds(documents: Documents): readonly Situation[] {
  const listsKey = testKey()
  documents.addAll(certificates())
  documents.addAll(lists(listsKey))
  documents.add(
    'list-signer',
    issuing(
      { subject: listsName, serial: integer(8), key: listsKey, extensions: [keyUsage('cRLSign')] },
      rootKey,
    ),
  )
  return Object.entries(rows).map(([name, [subject, crls, expected]]) => ({
    name,
    at: at.toISOString(),
    leaf: subject,
    intermediates: ['issuing', 'list-signer'],
    anchor: 'root',
    crls: ['root-list', ...crls],
    ocsp: [],
    expected,
    withheld: withheld[subject] ?? [],
  }))
}
