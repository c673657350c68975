/** Who signed, by what real certificates say of their subjects: one chain of each kind of issuer. */
import { parseCivilDate, toHex } from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { RoleRight, SigningPolicy } from '../policy/signing-policy.js'
import { signingPolicy1815 } from '../policy/signing-policy-1815.js'
import { parseSignerRegister } from '../register/lint-register.js'
import type { IssuerKind, SignerEntry } from '../register/signer-register.js'
import {
  facility,
  firstOpen,
  signedAt,
  type TestChain,
  testChain,
  testRecord,
} from '../test-chain.fixture.js'
import { signRecord } from './sign-records.js'
import { verifyRecord } from './verify-record.js'

/** Subjects as public providers and the special-purpose authority write them; all values are invented. */
const subjects = {
  unit: {
    commonName: 'TEST TRẠM Y TẾ XÃ MẪU',
    organization: 'TEST TRẠM Y TẾ XÃ MẪU',
    locality: 'TEST Huyện Mẫu',
    stateOrProvince: 'TEST Tỉnh Mẫu',
    country: 'VN',
    userId: 'MST:0100109106',
  },
  head: {
    commonName: 'TEST Nguyễn Văn Mẫu',
    organization: 'TEST TRẠM Y TẾ XÃ MẪU',
    stateOrProvince: 'TEST Tỉnh Mẫu',
    country: 'VN',
    userId: ['MST:0100109106', 'CCCD:001085000017'],
  },
  nurse: {
    commonName: 'TEST Trần Thị Mẫu',
    organization: 'TEST TRẠM Y TẾ XÃ MẪU',
    country: 'VN',
    userId: ['MST:0100109106', 'CCCD:001190000027'],
  },
  chair: {
    commonName: 'TEST Lê Văn Mẫu',
    organization: 'TEST UBND XÃ MẪU',
    country: 'VN',
    userId: ['MNS:1234567', 'CMND:012345678'],
  },
} as const

const [unit, head, chair] = [
  ['MST:0100109106'],
  ['CCCD:001085000017', 'MST:0100109106'],
  ['CMND:012345678', 'MNS:1234567'],
]
type Person = keyof typeof subjects
let chains: Readonly<Record<Person, TestChain>>
let roots: Readonly<Record<Person, string>>

beforeAll(async () => {
  const made: [Person, TestChain, string][] = []
  for (const person of Object.keys(subjects) as Person[]) {
    const chain = await testChain(undefined, undefined, { subject: subjects[person] })
    const root = chain.anchors[0]?.certificate ?? new Uint8Array()
    made.push([person, chain, toHex(await systemCrypto.digest('SHA-256', root))])
  }
  chains = Object.fromEntries(made.map(([person, chain]) => [person, chain])) as typeof chains
  roots = Object.fromEntries(made.map(([person, , root]) => [person, root])) as typeof roots
})

const entry = (
  identifiers: readonly string[] | undefined,
  change: Partial<SignerEntry> & { readonly issuerKind?: IssuerKind } = {},
): SignerEntry => {
  const { issuerKind = 'public', ...rest } = change
  return {
    signer: { issuerKind, identifiers: identifiers ?? [] },
    role: 'facility',
    facilities: [facility],
    signs: ['records', 'seals'],
    from: parseCivilDate('2022-01-01'),
    to: null,
    ...rest,
  }
}

const register = (...entries: readonly SignerEntry[]) =>
  parseSignerRegister({
    format: 'signer-register/1',
    id: 'test.signers',
    version: '1',
    effective: { from: '2022-01-01', to: null },
    published: '2022-01-01',
    sources: [{ id: '9438', number: '9438/BYT-CNTT', confidence: 'text' }],
    assumptions: [],
    issuers: [
      { kind: 'public', anchors: [roots.unit, roots.head, roots.nurse] },
      { kind: 'special-purpose', anchors: [roots.chair] },
    ],
    entries,
  })

async function judged(
  person: Person,
  entries: readonly SignerEntry[],
  policy: SigningPolicy = signingPolicy1815,
  anchors = chains[person].anchors,
) {
  const { signer } = chains[person]
  const signed = await signRecord(testRecord(), signer, { at: signedAt })
  return verifyRecord(signed, { anchors, policy, register: register(...entries) })
}

describe('a record signed', () => {
  const asHead = () => entry(head, { role: 'facility-head' })
  const asChair = () => entry(chair, { role: 'commune-chair', issuerKind: 'special-purpose' })

  test.each<[string, Person, () => readonly SignerEntry[], string, string | undefined]>([
    ['by the unit', 'unit', () => [entry(unit)], 'facility', undefined],
    ['by its head', 'head', () => [entry(unit), asHead()], 'facility-head', undefined],
    ['by the chair of the commune', 'chair', () => [asChair()], 'commune-chair', undefined],
    [
      'by another person of the unit',
      'nurse',
      () => [entry(unit), asHead()],
      '',
      'signer.register unknown unknown-signer',
    ],
    [
      'by a unit for another facility',
      'unit',
      () => [entry(unit, { facilities: ['99999'] })],
      '',
      'signer.register failed other-facility',
    ],
    [
      'by a chair whom the register has with a public provider',
      'chair',
      () => [entry(chair, { role: 'commune-chair' })],
      '',
      'signer.register unknown unknown-signer',
    ],
    [
      'by a head who may sign seals only',
      'head',
      () => [entry(head, { role: 'facility-head', signs: ['seals'] })],
      '',
      'signer.register failed other-things',
    ],
    [
      'in a role that needs the other kind of issuer',
      'head',
      () => [entry(head, { role: 'commune-chair' })],
      '',
      'signer.role failed issuer-kind',
    ],
  ])('%s', async (_, person, entries, role, open) => {
    const report = await judged(person, entries())
    expect(firstOpen(report)).toBe(open)
    const refused = open?.includes(' failed ') === true ? 'invalid' : 'indeterminate'
    expect(report.verdict).toBe(open === undefined ? 'valid' : refused)
    expect(report.signer?.role).toBe(role === '' ? undefined : role)
  })

  test('in a role that the policy does not know is refused', async () => {
    const whoMaySign = signingPolicy1815.whoMaySign.filter(({ role }) => role !== 'facility')
    const report = await judged('unit', [entry(unit)], { ...signingPolicy1815, whoMaySign })
    expect(firstOpen(report)).toBe('signer.role failed role-may-not-sign')
    expect(report.signer).toMatchObject({ issuerKind: 'public' })
  })

  test('in one of two roles is valid when either may', async () => {
    const rights = signingPolicy1815.whoMaySign.map(
      (right): RoleRight => (right.role === 'facility' ? { ...right, signs: ['reports'] } : right),
    )
    const policy = { ...signingPolicy1815, whoMaySign: rights }
    const both = [entry(unit), entry(unit, { role: 'authorised-person' })]
    const report = await judged('unit', both, policy)
    expect(report.verdict).toBe('valid')
    expect(report.signer?.role).toBe('authorised-person')
  })

  test('below roots that are not believed says nothing of its signer', async () => {
    const report = await judged('unit', [entry(unit)], signingPolicy1815, [])
    const standing = report.checks.find(({ id }) => id === 'signer.register')
    expect(standing).toMatchObject({ status: 'unknown', reason: 'chain-not-believed' })
    expect(report.verdict).toBe('indeterminate')
  })

  test('by a certificate of no listed root is of no kind, though its fingerprint is known', async () => {
    const own = chains.unit.chain[0] ?? new Uint8Array()
    const fingerprint = toHex(await systemCrypto.digest('SHA-256', own))
    const byMark = { ...entry(unit), signer: { fingerprint } }
    const known = register(byMark)
    const signed = await signRecord(testRecord(), chains.unit.signer, { at: signedAt })
    const terms = { anchors: chains.unit.anchors, policy: signingPolicy1815 }
    const withRoots = await verifyRecord(signed, { ...terms, register: known })
    expect(withRoots.verdict).toBe('valid')
    const report = await verifyRecord(signed, { ...terms, register: { ...known, issuers: [] } })
    expect(firstOpen(report)).toBe('signer.role unknown issuer-not-in-register')
  })

  test('on a day of no policy leaves the role open', async () => {
    const effective = { from: parseCivilDate('2022-05-21'), to: null }
    const report = await judged('unit', [entry(unit)], { ...signingPolicy1815, effective })
    expect(firstOpen(report)).toBe('signer.role unknown policy-not-in-force')
  })
})
