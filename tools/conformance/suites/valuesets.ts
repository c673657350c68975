import type { Signer } from '@tiemchung/core/crypto'
import {
  decision5772,
  issueCertificate,
  type IssuePolicy,
  type ProductCodes,
} from '@tiemchung/certificates/issue'
import {
  checkCodes,
  type HealthCertificatePayload,
  parseValueSets,
  type ValueSets,
} from '@tiemchung/certificates/verify'
import { type CaseOutcome, type Item, judge, type Suite, type SuiteWorld } from '../suite.js'

interface Instruction {
  readonly 'vaccine-code': string
  readonly 'vaccine-manufacturer': string
  readonly 'sct-codes': readonly string[]
  readonly note?: string
}

const person = { ver: '1.3.0', nam: { fnt: 'TEST' }, dob: '1990' }
const common = { tg: '840539006', co: 'VN', is: 'Test', ci: 'URN:UVCI:01:VN:TEST' }
const dose = { vp: '', mp: '', ma: '', dn: 2, sd: 2, dt: '2022-05-20' }
const sample = { tt: '', sc: '2022-05-20T00:00:00Z', tr: '', ma: '' }

/** A payload with this code in the member that the set is about. */
function payloadWith(set: keyof ValueSets['codes'], code: string): HealthCertificatePayload {
  if (set === 'tt' || set === 'tr' || set === 'testMa') {
    const member = set === 'testMa' ? 'ma' : set
    return { ...person, t: [{ ...common, ...sample, [member]: code }] }
  }
  const member = set === 'vaccineMa' ? 'ma' : set
  return { ...person, v: [{ ...common, ...dose, [member]: code }] }
}

const isKnown = (set: keyof ValueSets['codes'], code: string, sets: ValueSets): boolean =>
  checkCodes(payloadWith(set, code), sets).length === 0

function* judgeCodes({ id, value }: Item): Iterable<Promise<CaseOutcome>> {
  const sets = parseValueSets([value])
  const [entry] = Object.entries(sets.codes) as [keyof ValueSets['codes'], readonly string[]][]
  if (entry === undefined) throw new TypeError('a value set that is about no member')
  const [set] = entry
  const codes = (value as { readonly valueSetValues: object }).valueSetValues
  for (const code of Object.keys(codes)) {
    yield judge(`${id} ${code}`, true, () => isKnown(set, code, sets), 'codes')
    yield judge(`${id} ${code} cut`, false, () => isKnown(set, `${code}~`, sets), 'codes')
  }
}

/** Who signs does not matter here. */
const signer: Signer = {
  algorithm: 'ES256',
  chain: [],
  sign: () => Promise.resolve(new Uint8Array(64)),
}

async function mayIssue(product: ProductCodes, policy: IssuePolicy): Promise<boolean> {
  const payload: HealthCertificatePayload = { ...person, v: [{ ...common, ...dose, ...product }] }
  const options = { signer, issuedAt: new Date('2023-06-01T00:00:00Z'), keyId: new Uint8Array(8) }
  const { text } = await issueCertificate(payload, { ...options, policy })
  return text.startsWith('HC1:')
}

const productsOf = (row: Instruction): readonly ProductCodes[] =>
  row['sct-codes'].map((vp) => ({ vp, mp: row['vaccine-code'], ma: row['vaccine-manufacturer'] }))

const isSame = (one: ProductCodes) => (other: ProductCodes) =>
  one.vp === other.vp && one.mp === other.mp && one.ma === other.ma

/** Products with their holders, by a policy of exactly these instructions; and ours by the instructions. */
function* judgePairs(rows: readonly Instruction[]): Iterable<Promise<CaseOutcome>> {
  const products = rows.flatMap(productsOf)
  const policy = { ...decision5772, products }
  const holders = [...new Set(products.map(({ ma }) => ma))]
  for (const [index, product] of products.entries()) {
    const name = `${product.mp} ${product.vp}`
    yield judge(`pair ${name}`, true, () => mayIssue(product, policy), 'pairs')
    const ma =
      holders[(holders.indexOf(product.ma) + 1 + (index % (holders.length - 1))) % holders.length]
    const other = { ...product, ma: ma ?? '' }
    const stands = products.some(isSame(other))
    yield judge(`pair ${name} by ${other.ma}`, stands, () => mayIssue(other, policy), 'pairs')
  }
  for (const product of decision5772.products ?? []) {
    const name = `decision5772 ${product.mp}`
    yield judge(name, true, () => products.some(isSame(product)), 'policy')
    yield judge(`${name} issued`, true, () => mayIssue(product, decision5772), 'policy')
  }
  for (const row of rows.filter(({ note }) => /^Do not use this code/.test(note ?? ''))) {
    for (const product of productsOf(row)) {
      const name = `decision5772 ${product.mp} ${product.vp}`
      yield judge(`${name} retired`, false, () => mayIssue(product, decision5772), 'policy')
    }
  }
}

/** A code that a policy may issue must also be active in its own set. */
function* judgeActive(file: string, { beside }: SuiteWorld): Iterable<Promise<CaseOutcome>> {
  for (const [name, member] of [
    ['vaccine-medicinal-product.json', 'mp'],
    ['vaccine-mah-manf.json', 'ma'],
    ['vaccine-prophylaxis.json', 'vp'],
  ] as const) {
    const document = beside(file, name) as {
      readonly valueSetValues: Readonly<Record<string, { readonly active: boolean } | undefined>>
    }
    for (const product of decision5772.products ?? []) {
      const code = product[member]
      yield judge(
        `decision5772 ${product.mp} ${member} active`,
        true,
        () => document.valueSetValues[code]?.active === true,
        'policy',
      )
    }
  }
}

/** The EU's value sets 2.12.0: every code is known, and products go with their holders alone. */
export const valuesets: Suite = {
  name: 'valuesets',
  folder: 'valuesets',
  files: /\.json$/,
  whole: true,
  *judge(item, world) {
    const { valueSetValues } = item.value as { readonly valueSetValues: object }
    const rows = Object.values(valueSetValues) as readonly Partial<Instruction>[]
    if (rows.some((row) => row['vaccine-code'] !== undefined)) {
      yield* judgePairs(rows as readonly Instruction[])
      yield* judgeActive(item.file, world)
    } else yield* judgeCodes(item)
  },
}
