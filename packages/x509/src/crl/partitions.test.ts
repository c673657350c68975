/** Lists that do not cover everything: partitions, reasons, and lists of other issuers. */
import { isSdkError } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import {
  basicConstraints,
  bytes,
  crlEntry,
  extension,
  forgeCrl,
  integer,
  keyUsage,
  nameOf,
  sequence,
  testKey,
  tlv,
} from '../certificate/forge.fixture.js'
import { extensionOids } from '../certificate/oids.js'
import {
  authorityExtensions,
  issuing,
  leaf,
  leafExtensions,
  open,
  root,
  rootKey,
  verify,
} from '../path/chain.fixture.js'
import { softFail } from '../revocation/revocation-policy.js'
import {
  certificateIssuer,
  crlIssuer,
  directory,
  flags,
  fullName,
  indirect,
  list,
  onlyAttributes,
  onlyAuthorities,
  onlyEndEntities,
  points,
  relativeName,
  rootList,
  scope,
  uri,
} from './crl.fixture.js'
import { readCrl } from './read-crl.js'
import { findRevoked, revokedEntries } from './scan-entries.js'

const here = uri('http://a.vn/1.crl')
const elsewhere = uri('http://a.vn/2.crl')
const revoked = crlEntry(integer(3))

interface Row {
  readonly points?: Uint8Array
  readonly crls: readonly Uint8Array[]
  readonly leaf?: Parameters<typeof leaf>[0]
}

async function judged({ points: own, crls, leaf: fields }: Row): Promise<string> {
  const extensions = own === undefined ? leafExtensions : [...leafExtensions, own]
  const report = await verify({
    leaf: leaf({ extensions, ...fields }),
    revocation: { crls: [rootList(), ...crls] },
  })
  const [first = 'good', ...rest] = open(report).filter((text) =>
    text.startsWith('path.revocation'),
  )
  expect(rest).toEqual([])
  return first.replace(/^path.revocation (.*) certificate\[0\]$/, '$1')
}

const only = (...parts: readonly Uint8Array[]) => list({ extensions: scope(...parts) })
const known = (...parts: readonly Uint8Array[]) =>
  list({ extensions: scope(...parts), entries: [revoked] })

describe('a list that covers a part', () => {
  const rows: readonly (readonly [string, Row, string])[] = [
    ['end entities', { crls: [only(onlyEndEntities)] }, 'good'],
    ['authorities', { crls: [only(onlyAuthorities)] }, 'crl-out-of-scope'],
    ['attribute certificates', { crls: [only(onlyAttributes)] }, 'crl-out-of-scope'],
    ['end entities, one revoked', { crls: [known(onlyEndEntities)] }, 'revoked'],
    ['authorities, the serial revoked', { crls: [known(onlyAuthorities)] }, 'crl-out-of-scope'],
    [
      'authorities, of a leaf that is one',
      {
        crls: [only(onlyAuthorities)],
        leaf: { extensions: [...leafExtensions, basicConstraints(true)] },
      },
      'good',
    ],
    [
      'end entities, of a leaf that cannot say what it is',
      { crls: [only(onlyEndEntities)], leaf: { version: bytes(), extensions: [] } },
      'crl-out-of-scope',
    ],
    [
      'the point of the certificate',
      { points: points([fullName(here)]), crls: [only(fullName(here))] },
      'good',
    ],
    [
      'one of two points of either',
      {
        points: points([fullName(elsewhere)], [fullName(here)]),
        crls: [only(fullName(uri('ldap://a.vn'), here))],
      },
      'good',
    ],
    [
      'another point',
      { points: points([fullName(here)]), crls: [only(fullName(elsewhere))] },
      'crl-out-of-scope',
    ],
    [
      'a point, of a certificate that names none',
      { crls: [only(fullName(here))] },
      'crl-out-of-scope',
    ],
    [
      'a point whose name is its issuer’s, of a certificate that names none',
      { crls: [only(fullName(directory(nameOf('TEST issuing'))))] },
      'good',
    ],
    [
      'everything, of a certificate that names a point',
      { points: points([fullName(here)]), crls: [list()] },
      'good',
    ],
    [
      'the same point by a name relative to the issuer',
      { points: points([relativeName('p')]), crls: [only(relativeName('p'))] },
      'good',
    ],
    [
      'another relative name',
      { points: points([relativeName('p')]), crls: [only(relativeName('q'))] },
      'crl-out-of-scope',
    ],
    [
      'a point in a form that is not read',
      {
        points: points([fullName(tlv(0x88, bytes(0x2a)))]),
        crls: [only(fullName(tlv(0x88, bytes(0x2a))))],
      },
      'crl-out-of-scope',
    ],
    ['some reasons', { crls: [only(flags(0x83, 1, 2))] }, 'crl-reasons-incomplete'],
    ['some reasons, one revoked', { crls: [known(flags(0x83, 1, 2))] }, 'revoked'],
    [
      'every reason, by two lists',
      { crls: [only(flags(0x83, 1, 2, 3, 4)), only(flags(0x83, 5, 6, 7, 8))] },
      'good',
    ],
    [
      'every reason but one, by two lists',
      { crls: [only(flags(0x83, 1, 2, 3, 4)), only(flags(0x83, 5, 6, 7))] },
      'crl-reasons-incomplete',
    ],
    [
      'every reason at a point for some',
      { points: points([fullName(here), flags(0x81, 1)]), crls: [list()] },
      'crl-reasons-incomplete',
    ],
    [
      'other reasons than the point',
      { points: points([fullName(here), flags(0x81, 1)]), crls: [only(flags(0x83, 2))] },
      'crl-reasons-incomplete',
    ],
    [
      'every reason, by two points',
      {
        points: points(
          [fullName(here), flags(0x81, 1, 2, 3, 4)],
          [fullName(elsewhere), flags(0x81, 5, 6, 7, 8)],
        ),
        crls: [only(fullName(here)), only(fullName(elsewhere))],
      },
      'good',
    ],
    [
      'everything, of a certificate whose lists come from another issuer',
      { points: points([crlIssuer(directory(nameOf('TEST lists')))]), crls: [list()] },
      'crl-out-of-scope',
    ],
    [
      'the same, with the certificate on it',
      {
        points: points([crlIssuer(directory(nameOf('TEST lists')))]),
        crls: [list({ entries: [revoked] })],
      },
      'revoked',
    ],
    [
      'everything, of a certificate whose lists come from somebody without a name that is read',
      { points: points([crlIssuer(tlv(0x88, bytes(0x2a)))]), crls: [list()] },
      'crl-out-of-scope',
    ],
    [
      'what a malformed point says',
      { points: points([flags(0x81, 1)]), crls: [list()] },
      'distribution-points-malformed',
    ],
  ]
  test.each(rows)('%s', async (_, row, expected) => {
    expect(await judged(row)).toBe(expected)
  })

  test('a revocation counts under every policy, though the list does not vouch', async () => {
    const own = points([crlIssuer(directory(nameOf('TEST lists')))])
    const found = await verify({
      leaf: leaf({ extensions: [...leafExtensions, own] }),
      revocation: { policy: softFail, crls: [list({ entries: [revoked] })] },
    })
    expect(found.verdict).toBe('invalid')
  })

  test.each([
    ['nothing', [sequence()]],
    ['end entities and authorities', [sequence(onlyEndEntities, onlyAuthorities)]],
    ['no name where a name is', [sequence(tlv(0xa0))]],
    ['a flag that is false', [sequence(tlv(0x81, bytes(0)))]],
    ['something else', [sequence(tlv(0x86))]],
  ])('that says it covers %s cannot be read', (_, [value = bytes()]) => {
    const broken = extension(extensionOids.issuingDistributionPoint, value, true)
    let code: string | undefined
    try {
      readCrl(list({ extensions: [broken] }))
    } catch (caught) {
      code = isSdkError(caught) ? caught.code : undefined
    }
    expect(code).toBe('x509.certificate.extension')
  })
})

describe('a list of another issuer', () => {
  const listsKey = testKey()
  const lists = nameOf('TEST lists')
  const own = points([fullName(here), crlIssuer(directory(lists))])
  const named = certificateIssuer(directory(nameOf('TEST issuing')))
  const foreign = certificateIssuer(directory(nameOf('TEST other')), here)
  const signer = (extensions = [keyUsage('cRLSign')], by = rootKey) =>
    issuing({ subject: lists, serial: integer(8), key: listsKey, extensions }, by)
  const entries = (...all: readonly Uint8Array[]) =>
    forgeCrl({ issuer: lists, extensions: scope(indirect), entries: all }, listsKey)

  async function status(crl: Uint8Array, certificate = signer(), name = own): Promise<string> {
    const found = await verify({
      leaf: leaf({ extensions: [...leafExtensions, name] }),
      intermediates: [issuing(), certificate],
      revocation: { crls: [rootList(), crl] },
    })
    return open(found).join() || 'good'
  }
  const refused = (reason: string) => `path.revocation ${reason} certificate[0]`

  test.each([
    ['silent', entries(), 'good'],
    ['of other issuers’ certificates', entries(crlEntry(integer(3), foreign)), 'good'],
    ['of its own issuer’s certificates', entries(crlEntry(integer(3))), 'good'],
    ['of the certificate', entries(crlEntry(integer(3), named)), refused('revoked')],
    [
      'of the certificate, after another of its issuer',
      entries(crlEntry(integer(9), named), crlEntry(integer(3))),
      refused('revoked'),
    ],
    [
      'of another, after one of the certificate’s issuer',
      entries(crlEntry(integer(9), named), crlEntry(integer(3), foreign)),
      'good',
    ],
    [
      'of both',
      entries(crlEntry(integer(3), foreign), crlEntry(integer(3), named)),
      refused('revoked'),
    ],
    [
      'of an issuer that cannot be read',
      entries(crlEntry(integer(3), certificateIssuer())),
      refused('crl-malformed'),
    ],
    ['that is not indirect', forgeCrl({ issuer: lists }, listsKey), refused('crl-out-of-scope')],
    [
      'that has a scope and is not indirect',
      forgeCrl({ issuer: lists, extensions: scope(fullName(here)) }, listsKey),
      refused('crl-out-of-scope'),
    ],
    [
      'whose point goes by the name of its issuer',
      forgeCrl({ issuer: lists, extensions: scope(fullName(here), indirect) }, listsKey),
      'good',
    ],
  ])('%s', async (_, crl, expected) => {
    expect(await status(crl)).toBe(expected)
  })

  test('a point without a name goes by those of its list’s issuer', async () => {
    const nameless = points([crlIssuer(directory(lists))])
    const by = (name: Uint8Array) =>
      forgeCrl({ issuer: lists, extensions: scope(fullName(name), indirect) }, listsKey)
    expect(await status(by(directory(lists)), signer(), nameless)).toBe('good')
    expect(await status(by(here), signer(), nameless)).toBe(refused('crl-out-of-scope'))
  })

  test('a relative name follows the name of the list’s issuer', async () => {
    const relative = points([relativeName('p'), crlIssuer(directory(lists))])
    const crl = forgeCrl(
      { issuer: lists, extensions: scope(relativeName('p'), indirect) },
      listsKey,
    )
    expect(await status(crl, signer(), relative)).toBe('good')
  })

  test.each([
    ['may not sign lists', signer([keyUsage('digitalSignature')]), 'issuer-may-not-sign-crl'],
    ['leads to no anchor', signer(undefined, listsKey), 'crl-signer-untrusted'],
    [
      'has another key',
      issuing({ subject: lists, serial: integer(8), extensions: [] }),
      'crl-signature-mismatch',
    ],
    ['is not at hand', issuing({ serial: integer(8) }), 'crl-no-signer'],
  ])('counts for nothing when its signer %s', async (_, certificate, reason) => {
    expect(await status(entries(), certificate)).toBe(refused(reason))
  })

  test('counts for nothing when its signer is revoked', async () => {
    const found = await verify({
      leaf: leaf({ extensions: [...leafExtensions, own] }),
      intermediates: [issuing(), signer()],
      revocation: { crls: [rootList({ entries: [crlEntry(integer(8))] }), entries()] },
    })
    expect(open(found)).toEqual([refused('crl-signer-untrusted')])
  })

  test('its entries say whose certificates they are of, and a plain list may not', () => {
    const read = readCrl(entries(crlEntry(integer(9), named), crlEntry(integer(3))))
    expect(
      [...revokedEntries(read)].map(
        (entry) => typeof entry === 'string' || entry.certificateIssuer?.length,
      ),
    ).toEqual([1, undefined])
    const plain = readCrl(list({ entries: [crlEntry(integer(9), named)] }))
    expect([...revokedEntries(plain)]).toEqual(['unusable'])
    expect(findRevoked(plain, '03')).toBe('unusable')
  })
})

test('the authority that lists its own list signer among its own lists is heard', async () => {
  // The signer’s own status is found on the list that it signs, as its certificate says.
  const listsKey = testKey()
  const lists = nameOf('TEST lists')
  const own = points([crlIssuer(directory(lists))])
  const signer = issuing({
    subject: lists,
    issuer: nameOf('TEST root'),
    serial: integer(8),
    key: listsKey,
    extensions: [keyUsage('cRLSign'), own],
  })
  const named = certificateIssuer(directory(nameOf('TEST root')))
  const crl = (entries: readonly Uint8Array[]) =>
    forgeCrl({ issuer: lists, extensions: scope(indirect), entries }, listsKey)
  const by = async (entries: readonly Uint8Array[]) =>
    open(
      await verify({
        leaf: leaf({ extensions: [...leafExtensions, own] }),
        intermediates: [issuing({ extensions: [...authorityExtensions, own] }), signer],
        revocation: { crls: [crl(entries)] },
      }),
    )
  expect(await by([])).toEqual([])
  expect(await by([crlEntry(integer(8), named)])).toEqual([
    'path.revocation crl-signer-untrusted certificate[0]',
    'path.revocation crl-signer-untrusted certificate[1]',
  ])
})

test('two signers that vouch for each other vouch for nobody', async () => {
  const keys = [testKey(), testKey()] as const
  const names = [nameOf('TEST lists 1'), nameOf('TEST lists 2')] as const
  const make = (index: 0 | 1, other: 0 | 1) =>
    issuing({
      subject: names[index],
      serial: integer(8 + index),
      key: keys[index],
      extensions: [keyUsage('cRLSign'), points([crlIssuer(directory(names[other]))])],
    })
  const crl = (index: 0 | 1) =>
    forgeCrl({ issuer: names[index], extensions: scope(indirect) }, keys[index])
  const found = await verify({
    leaf: leaf({ extensions: [...leafExtensions, points([crlIssuer(directory(names[0]))])] }),
    intermediates: [issuing(), make(0, 1), make(1, 0)],
    revocation: { crls: [rootList(), crl(0), crl(1)] },
  })
  expect(open(found)).toEqual(['path.revocation crl-signer-untrusted certificate[0]'])
})

describe('signers behind signers', () => {
  /** Each signer’s status is on the list of the next; the last is told of by the root. */
  async function chain(length: number): Promise<readonly string[]> {
    const keys = Array.from({ length }, () => testKey())
    const name = (index: number) => nameOf(`TEST lists ${index}`)
    const told = (index: number) =>
      index === length ? [] : [points([crlIssuer(directory(name(index)))])]
    const signers = keys.map((key, index) =>
      issuing({
        subject: name(index),
        serial: integer(20 + index),
        key,
        extensions: [keyUsage('cRLSign'), ...told(index + 1)],
      }),
    )
    const crls = keys.map((key, index) =>
      forgeCrl({ issuer: name(index), extensions: scope(indirect) }, key),
    )
    const report = await verify({
      leaf: leaf({ extensions: [...leafExtensions, ...told(0)] }),
      intermediates: [issuing(), ...signers],
      revocation: { crls: [rootList(), ...crls] },
    })
    return open(report)
  }

  test('are followed four deep', async () => {
    expect(await chain(4)).toEqual([])
    expect(await chain(5)).toEqual(['path.revocation crl-signer-untrusted certificate[0]'])
  })

  test('end at the anchor, which may sign lists for others', async () => {
    const own = points([crlIssuer(directory(nameOf('TEST root')))])
    const found = await verify({
      leaf: leaf({ extensions: [...leafExtensions, own] }),
      revocation: { crls: [rootList({ extensions: scope(indirect) })] },
    })
    expect(open(found)).toEqual([])
  })

  test('lead to the very anchor of the path', async () => {
    const elsewhere = nameOf('TEST elsewhere')
    const otherKey = testKey()
    const listsKey = testKey()
    const lists = nameOf('TEST lists')
    const signer = issuing(
      { subject: lists, issuer: elsewhere, key: listsKey, extensions: [keyUsage('cRLSign')] },
      otherKey,
    )
    const own = points([crlIssuer(directory(lists))])
    const found = await verify({
      leaf: leaf({ extensions: [...leafExtensions, own] }),
      intermediates: [issuing(), signer],
      anchors: [
        { certificate: root() },
        { certificate: root({ subject: elsewhere, issuer: elsewhere, key: otherKey }) },
      ],
      revocation: {
        crls: [rootList(), forgeCrl({ issuer: lists, extensions: scope(indirect) }, listsKey)],
      },
    })
    expect(open(found)).toEqual(['path.revocation crl-signer-untrusted certificate[0]'])
  })
})
