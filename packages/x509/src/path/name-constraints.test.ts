import { describe, expect, test } from 'vitest'
import {
  bytes,
  extension,
  keyUsage,
  nameOf,
  oid,
  sequence,
  tlv,
} from '../certificate/forge.fixture.js'
import { extensionOids } from '../certificate/oids.js'
import { utf8 } from '@tiemchung/core'
import { authorityExtensions, issuing, leaf, open, root, verify } from './chain.fixture.js'
import { any } from './purpose.js'

type Form = 'email' | 'dns' | 'uri'
const formTags: Readonly<Record<Form, number>> = { email: 0x81, dns: 0x82, uri: 0x86 }
const text = (form: Form, value: string) => tlv(formTags[form], utf8(value))
const address = (...octets: readonly number[]) => tlv(0x87, bytes(...octets))
const directory = (name: Uint8Array) => tlv(0xa4, name)

const subtrees = (tag: number, names: readonly Uint8Array[]) =>
  names.length === 0 ? bytes() : tlv(tag, ...names.map((name) => sequence(name)))
const constraints = (permitted: readonly Uint8Array[], excluded: readonly Uint8Array[] = []) =>
  extension(
    extensionOids.nameConstraints,
    sequence(subtrees(0xa0, permitted), subtrees(0xa1, excluded)),
    true,
  )
const named = (...names: readonly Uint8Array[]) =>
  leaf({
    extensions: [
      keyUsage('digitalSignature'),
      extension(extensionOids.subjectAltName, sequence(...names)),
    ],
  })

async function judge(
  name: Uint8Array,
  permitted: readonly Uint8Array[],
  excluded: readonly Uint8Array[] = [],
): Promise<string> {
  const authority = issuing({
    extensions: [...authorityExtensions, constraints(permitted, excluded)],
  })
  const report = await verify({ leaf: named(name), intermediates: [authority], purpose: any })
  const found = report.checks.find(
    (check) => check.id === 'path.name-constraints' && check.subject === 'certificate[0]',
  )
  return found?.reason ?? found?.status ?? 'none'
}

describe('permitted subtrees', () => {
  test.each<[Form, string, string, string]>([
    ['dns', 'a.vn', 'a.vn', 'passed'],
    ['dns', 'B.A.VN', 'a.vn', 'passed'],
    ['dns', 'ba.vn', 'a.vn', 'name-not-permitted'],
    ['dns', '*.a.vn', 'a.vn', 'passed'],
    ['dns', '*.a.vn', 'b.a.vn', 'name-not-permitted'],
    ['dns', 'a.vn', '', 'passed'],
    ['dns', 'a.vn', '.a.vn', 'malformed'],
    ['dns', 'a..vn', 'a.vn', 'malformed'],
    ['email', 'x@a.vn', 'a.vn', 'passed'],
    ['email', 'x@b.a.vn', 'a.vn', 'name-not-permitted'],
    ['email', 'x@b.a.vn', '.a.vn', 'passed'],
    ['email', 'x@a.vn', '.a.vn', 'name-not-permitted'],
    ['email', 'x@A.vn', 'x@a.vn', 'passed'],
    ['email', 'X@a.vn', 'x@a.vn', 'name-not-permitted'],
    ['email', 'x@y@a.vn', 'a.vn', 'malformed'],
    ['email', '@a.vn', 'a.vn', 'malformed'],
    ['email', 'x@a.vn', 'x@', 'malformed'],
    ['email', 'x@a.vn', 'a vn', 'malformed'],
    ['email', 'x@a.vn', '.a vn', 'malformed'],
    ['email', 'x@a.vn', '', 'passed'],
    ['uri', 'https://a.vn/x?y', 'a.vn', 'passed'],
    ['uri', 'https://u@a.vn:443/', 'a.vn', 'passed'],
    ['uri', 'https://b.a.vn', '.a.vn', 'passed'],
    ['uri', 'https://b.a.vn', 'a.vn', 'name-not-permitted'],
    ['uri', 'https://10.0.0.1/', 'a.vn', 'malformed'],
    ['uri', 'urn:a.vn', 'a.vn', 'malformed'],
    ['uri', 'https://a.vn', 'a vn', 'malformed'],
    ['uri', 'https://a.vn', '', 'passed'],
  ])('%s %s in %s: %s', async (form, name, constraint, expected) => {
    expect(await judge(text(form, name), [text(form, constraint)])).toBe(expected)
  })

  test.each([
    ['inside the net', address(10, 1, 2, 3), address(10, 0, 0, 0, 255, 0, 0, 0), 'passed'],
    ['outside it', address(11, 1, 2, 3), address(10, 0, 0, 0, 255, 0, 0, 0), 'name-not-permitted'],
    [
      'of another length',
      address(...new Array<number>(16).fill(0)),
      address(0, 0, 0, 0, 0, 0, 0, 0),
      'name-not-permitted',
    ],
    [
      'by a mask with holes',
      address(10, 1, 2, 3),
      address(10, 0, 0, 0, 255, 0, 255, 0),
      'malformed',
    ],
    ['by a constraint of five octets', address(10, 1, 2, 3), address(1, 2, 3, 4, 5), 'malformed'],
    ['of five octets', address(1, 2, 3, 4, 5), address(10, 0, 0, 0, 255, 0, 0, 0), 'malformed'],
  ])('an address %s', async (_, name, constraint, expected) => {
    expect(await judge(name, [constraint])).toBe(expected)
  })

  test('the subject lies in a permitted directory, folded like every name', async () => {
    const vietNam = sequence(tlv(0x31, sequence(oid('2.5.4.6'), tlv(0x0c, utf8('vn')))))
    expect(await judge(text('dns', 'a.vn'), [directory(vietNam)])).toBe('passed')
    expect(await judge(text('dns', 'a.vn'), [directory(nameOf('TEST other'))])).toBe(
      'name-not-permitted',
    )
  })

  test('a form without constraints is free', async () => {
    expect(await judge(text('dns', 'a.vn'), [text('email', 'b.vn')])).toBe('passed')
  })

  test('a form that is not read is unknown where it is constrained', async () => {
    const registered = tlv(0x88, bytes(0x2a))
    expect(await judge(registered, [registered])).toBe('form-unsupported')
  })
})

describe('excluded subtrees', () => {
  test.each<[Form, string, string, string]>([
    ['dns', 'b.a.vn', 'a.vn', 'name-excluded'],
    ['dns', 'b.vn', 'a.vn', 'passed'],
    ['dns', '*.a.vn', 'b.a.vn', 'name-excluded'],
    ['dns', '*.a.vn', 'c.b.a.vn', 'passed'],
    ['dns', 'a vn', 'a.vn', 'malformed'],
    ['email', 'x@a.vn', 'a.vn', 'name-excluded'],
  ])('%s %s by %s: %s', async (form, name, constraint, expected) => {
    expect(await judge(text(form, name), [], [text(form, constraint)])).toBe(expected)
  })
})

describe('in a path', () => {
  const narrow = (host: string) => constraints([text('dns', host)])

  test('constraints of every certificate above count, the anchor’s as well', async () => {
    const query = (above: string, between: string) => ({
      leaf: named(text('dns', 'x.a.vn')),
      anchors: [{ certificate: root({ extensions: [...authorityExtensions, narrow(above)] }) }],
      intermediates: [issuing({ extensions: [...authorityExtensions, narrow(between)] })],
      purpose: any,
    })
    expect((await verify(query('a.vn', 'x.a.vn'))).verdict).toBe('valid')
    expect(open(await verify(query('a.vn', 'b.vn')))).toEqual([
      'path.name-constraints name-not-permitted certificate[0]',
    ])
    expect((await verify(query('b.vn', 'x.a.vn'))).verdict).toBe('invalid')
  })

  test('what a leaf itself constrains stands above nobody', async () => {
    const report = await verify({ leaf: leaf({ extensions: [narrow('a.vn')] }), purpose: any })
    const check = report.checks.find(({ id }) => id === 'path.name-constraints')
    expect([check?.status, check?.reason]).toEqual(['skipped', 'none-set'])
  })

  test('a mailbox in the subject counts when no alternative name has one', async () => {
    const subject = sequence(
      tlv(0x31, sequence(oid('1.2.840.113549.1.9.1'), tlv(0x16, utf8('x@b.vn')))),
    )
    const extensions = [...authorityExtensions, constraints([text('email', 'a.vn')])]
    const query = { intermediates: [issuing({ extensions })], leaf: leaf({ subject }) }
    expect(open(await verify(query))).toEqual([
      'path.name-constraints name-not-permitted certificate[0]',
    ])
  })

  test('a subject without a name and a mailbox without a text are judged as they are', async () => {
    const extensions = [...authorityExtensions, constraints([directory(nameOf('TEST other'))])]
    const nameless = leaf({ subject: sequence(), extensions: [keyUsage('digitalSignature')] })
    const query = { intermediates: [issuing({ extensions })], purpose: any }
    expect(open(await verify({ ...query, leaf: nameless }))).toEqual([])
    const mailbox = sequence(
      tlv(0x31, sequence(oid('1.2.840.113549.1.9.1'), tlv(0x1e, bytes(0, 65)))),
    )
    const mail = [...authorityExtensions, constraints([text('email', 'a.vn')])]
    expect(
      open(
        await verify({
          purpose: any,
          intermediates: [issuing({ extensions: mail })],
          leaf: leaf({ subject: mailbox }),
        }),
      ),
    ).toEqual(['path.name-constraints malformed certificate[0]'])
  })

  test('a certificate may not ask for more pairs than the budget, and is then unknown', async () => {
    const many = (form: string, length: number) =>
      Array.from({ length }, (_, index) => text('dns', `${form}${index}.vn`))
    const judgeMany = async (names: number, excluded: number) => {
      const extensions = [...authorityExtensions, constraints([], many('n', excluded))]
      const intermediates = [issuing({ extensions })]
      return open(await verify({ leaf: named(...many('m', names)), intermediates, purpose: any }))
    }
    expect(await judgeMany(1024, 1024)).toEqual([])
    expect(await judgeMany(1025, 1024)).toEqual([
      'path.name-constraints budget-exhausted certificate[0]',
    ])
  })
})
