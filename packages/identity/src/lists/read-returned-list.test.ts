import { canonicalBytes, type PartialDate, toHex, utf8 } from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import { readSheet, writeSheet } from '@tiemchung/schemas/tabular'
import {
  archivedListSchema,
  handOverListSchema,
  type ReturnedDocument,
  returnedListSchema,
  verificationRequestSchema,
} from '@tiemchung/schemas/wire'
import { describe, expect, test } from 'vitest'
import { routingPolicy2262 } from '../route/routing-policy.js'
import { questionsAgain } from './ask-again.js'
import {
  findings,
  idOf,
  police,
  returned,
  sent,
  testSigner,
  verifyTestSignature,
} from './list.fixture.js'
import { type ListedCase, makeHandOverLists } from './make-list.js'
import {
  type ArchivedList,
  type ReadReturnedOptions,
  readReturnedList,
} from './read-returned-list.js'
import { signList } from './sign-list.js'
import { writeListWorkbook } from './write-list-workbook.js'

const options: ReadReturnedOptions = {
  sent,
  verifySignature: verifyTestSignature,
  receivedAt: new Date('2022-05-21T02:00:00Z'),
  receivedBy: 'tram.06790',
}

const readSigned = async (content: Uint8Array, change: Partial<ReadReturnedOptions> = {}) =>
  readReturnedList(
    { content, signature: await testSigner.sign(content) },
    { ...options, ...change },
  )

/** The verdict, or each issue as code and row. */
async function outcomeOf(content: Uint8Array, change?: Partial<ReadReturnedOptions>) {
  const reading = await readSigned(content, change)
  if (reading.verdict === 'accepted') return 'accepted'
  return reading.issues.map(({ code, path }) =>
    [code.replace('identity.list.', ''), path[1]].join(' ').trim(),
  )
}

const again = [
  {
    recordId: idOf(1),
    number: '001316000017',
    fullName: 'Lê Thị Hòa Mẫu',
    birthDate: '2016-05-01',
    sex: 'female',
  },
  {
    recordId: idOf(2),
    number: '001315000018',
    fullName: 'Trần Bảo Mẫu',
    birthDate: '2015-02-05',
    sex: 'female',
  },
  {
    recordId: idOf(3),
    number: '001314000019',
    fullName: 'Đặng Thuỳ Mẫu',
    birthDate: '2014-11-30',
    sex: 'female',
  },
  {
    recordId: idOf(4),
    number: '001316000020',
    fullName: 'Phạm Ngọc Mẫu',
    birthDate: '2016-02-02',
    sex: 'female',
  },
]

/** The cells of the workbook as it comes back, changed by somebody. */
async function changedWorkbook(change: (rows: (string | number | null)[][]) => void) {
  const { rows } = await readSheet(await writeListWorkbook(sent, findings), { format: 'xlsx' })
  const cells = rows.map((row) => row.map((cell) => (cell === null ? null : String(cell))))
  change(cells)
  return writeSheet(cells)
}

describe('readReturnedList', () => {
  test('the schemas take the lists of the tests', () => {
    expect(handOverListSchema.parse(sent)).toEqual(sent)
    expect(returnedListSchema.parse(returned)).toEqual(returned)
  })

  test.each([
    ['a document', () => canonicalBytes(returned)],
    ['a workbook', () => writeListWorkbook(sent, findings)],
  ])('%s signed by the police: everybody is asked about again', async (_, make) => {
    const content = await make()
    const reading = await readSigned(content)
    expect(reading).toMatchObject({ verdict: 'accepted', findings, again })
    const { archive } = reading as { readonly archive?: ArchivedList }
    expect(archivedListSchema.parse(archive)).toEqual(archive)
    expect(reading).toMatchObject({
      archive: {
        listId: sent.id,
        signer: police,
        hash: toHex(await systemCrypto.digest('SHA-256', content)),
        sentHash: toHex(await systemCrypto.digest('SHA-256', canonicalBytes(sent))),
        receivedAt: '2022-05-21T02:00:00.000Z',
        receivedBy: 'tram.06790',
      },
    })
  })

  test('a list that was signed as one is read as one', async () => {
    expect(await readReturnedList(await signList(returned, testSigner), options)).toMatchObject({
      verdict: 'accepted',
    })
  })

  test('what was left open is not asked about again', async () => {
    const reading = await readSigned(await writeListWorkbook(sent, findings.slice(0, 1)))
    expect(reading).toMatchObject({ verdict: 'accepted', again: again.slice(0, 1) })
  })

  test('without a signature, or with one over another file, nothing is taken', async () => {
    const content = canonicalBytes(returned)
    const unsigned = await readReturnedList({ content }, options)
    expect(unsigned).toMatchObject({ issues: [{ code: 'identity.list.unsigned' }] })
    const signature = await testSigner.sign(utf8('another'))
    const other = await readReturnedList({ content, signature }, options)
    expect(other).toMatchObject({ issues: [{ code: 'identity.list.signature' }] })
    expect(other).not.toHaveProperty('findings')
  })

  test.each([
    ['signature-unknown', { verdict: 'indeterminate', signer: police }],
    ['signature-unknown', { verdict: 'valid' }],
    ['wrong-signer', { verdict: 'valid', signer: { ...police, unit: '06793' } }],
    ['wrong-signer', { verdict: 'valid', signer: { ...police, office: 'health' } }],
  ] as const)('%s: %j', async (code, finding) => {
    const change = { verifySignature: () => finding }
    expect(await outcomeOf(canonicalBytes(returned), change)).toEqual([code])
  })

  const [first, second, third, fourth] = sent.rows as [
    (typeof sent.rows)[0],
    (typeof sent.rows)[0],
    (typeof sent.rows)[0],
    (typeof sent.rows)[0],
  ]
  const withList = (change: Partial<typeof sent>): ReturnedDocument => ({
    ...returned,
    list: { ...sent, ...change },
  })
  const withFinding = (index: number, change: object): ReturnedDocument => ({
    ...returned,
    findings: findings.map((one, at) => (at === index ? { ...one, ...change } : one)),
  })
  const alteredRow = { ...first, claimed: { ...first.claimed, fullName: 'Lê Thị Hoà Mẫu' } }

  test.each<[string, readonly string[], unknown]>([
    ['another list', ['other-list'], withList({ id: idOf(901) })],
    ['another commune', ['altered'], withList({ unit: '06793' })],
    [
      'a claim that was changed',
      ['altered 0'],
      withList({ rows: [alteredRow, second, third, fourth] }),
    ],
    ['a row too few', ['dropped 3'], withList({ rows: [first, second, third] })],
    [
      'a row too many',
      ['added'],
      withList({ rows: [...sent.rows, { ...first, recordId: idOf(9) }] }),
    ],
    ['a row twice', ['twice'], withList({ rows: [...sent.rows, first] })],
    ['another order', ['altered'], withList({ rows: [second, first, third, fourth] })],
    ['a finding too few', ['dropped 3'], { ...returned, findings: findings.slice(0, 3) }],
    ['a finding twice', ['twice 0'], { ...returned, findings: [...findings, findings[0]] }],
    [
      'a finding of nobody',
      ['added'],
      { ...returned, findings: [...findings, { ...findings[0], recordId: idOf(9) }] },
    ],
    [
      'a field that was right',
      ['field-not-open 0'],
      withFinding(0, { corrected: { sex: 'male' } }),
    ],
    [
      'the same value again',
      ['unchanged 0'],
      withFinding(0, { corrected: { fullName: first.claimed.fullName } }),
    ],
    ['no value', ['no-correction 0'], withFinding(0, { corrected: {} })],
    ['no reason', ['no-reason 0'], withFinding(0, { because: undefined })],
    [
      'a number of 11 digits',
      ['value 2'],
      withFinding(2, { corrected: { number: '01314000019' } }),
    ],
    ['a name of digits', ['value 0'], withFinding(0, { corrected: { fullName: 'Lê 2' } })],
    [
      'a register that is wrong, and a value',
      ['outcome 3'],
      withFinding(3, { corrected: { sex: 'male' } }),
    ],
    [
      'a register that is wrong without a number',
      ['outcome 2'],
      withFinding(2, { outcome: 'register-wrong', corrected: undefined }),
    ],
    ['an open case with a value', ['outcome 0'], withFinding(0, { outcome: 'left-open' })],
    ['an outcome that is not known', ['schema.choice 0'], withFinding(0, { outcome: 'matched' })],
  ])('a document with %s', async (_, expected, document) => {
    expect(await outcomeOf(canonicalBytes(document))).toEqual(expected)
  })

  test.each([
    ['a key twice', `{"findings":[],${JSON.stringify(returned).slice(1)}`],
    ['another order of keys', JSON.stringify(returned)],
    ['no JSON', 'hello'],
  ])('%s is not read', async (_, text) => {
    expect(await outcomeOf(utf8(text))).toEqual(['unreadable'])
  })

  test('a workbook that is cut off is not read', async () => {
    const whole = await writeListWorkbook(sent, findings)
    expect(await outcomeOf(whole.slice(0, 900))).toEqual(['unreadable'])
  })

  type Cells = (string | number | null)[][]
  const put = (row: number, column: number, value: string) => (rows: Cells) => {
    const cells = rows[row] as (string | number | null)[]
    cells[column] = value
  }
  test.each<[string, readonly string[] | 'accepted', (rows: Cells) => void]>([
    ['nothing changed', 'accepted', () => undefined],
    ['another order of rows', 'accepted', (rows) => rows.push(...rows.splice(5, 1))],
    ['a word in capitals', 'accepted', put(5, 9, 'KHAI SAI')],
    ['another id', ['other-list'], put(1, 2, idOf(901))],
    ['another heading', ['altered'], put(4, 6, 'Tên')],
    ['a claimed name', ['altered 0'], put(5, 6, 'Lê Thị Hoà Mẫu')],
    ['a lost zero', ['altered 0'], put(5, 5, '1316000017')],
    ['a cell behind the last column', ['altered 0'], put(5, 15, 'x')],
    ['another record', ['added'], put(5, 1, idOf(9))],
    ['a row too few', ['dropped 3'], (rows) => rows.splice(8, 1)],
    ['a row twice', ['twice 0'], (rows) => rows.push([...(rows[5] ?? [])])],
    ['a word of its own', ['word 0'], put(5, 9, 'Đúng')],
    ['a day that is none', ['word 1'], put(6, 13, '31/02/2015')],
    ['a sex that is none', ['word 0'], put(5, 14, 'x')],
  ])('a workbook with %s', async (_, expected, change) => {
    expect(await outcomeOf(await changedWorkbook(change))).toEqual(expected)
  })
})

test('the register is not wrong about somebody without a number: nobody could ask again', async () => {
  const rows = sent.rows.map((row) => {
    const { number: _, ...claimed } = row.claimed
    return row.class === 'unverified' ? { ...row, claimed } : row
  })
  const list = { ...sent, rows }
  const content = canonicalBytes({ ...returned, list })
  expect(await outcomeOf(content, { sent: list })).toEqual(['outcome 3'])
})

describe('questionsAgain', () => {
  test('each person is asked about once, under a new id, with what was found', async () => {
    const reading = await readSigned(canonicalBytes(returned))
    const people = reading.verdict === 'accepted' ? reading.again : []
    let next = 500
    const questions = questionsAgain(people, {
      officer: 'tram.06790',
      consentOf: ({ recordId }) => ({
        form: 'paper',
        reference: recordId,
        at: sent.madeAt,
        by: 'mother',
      }),
      nextId: () => idOf(next++),
    })
    expect(questions).toEqual(
      again.map(({ recordId, ...claimed }, index) => ({
        id: idOf(500 + index),
        ...claimed,
        purpose: 'vaccination-record',
        officer: 'tram.06790',
        consent: { form: 'paper', reference: recordId, at: sent.madeAt, by: 'mother' },
      })),
    )
    for (const one of questions) expect(verificationRequestSchema.parse(one)).toEqual(one)
  })
})

describe('makeHandOverLists', () => {
  const address = { province: '22', commune: '06790', asOf: '2022-04-01' }
  const cases = sent.rows.map(
    ({ byCurrentResidence, ...row }, index): ListedCase => ({
      ...row,
      status:
        (['mismatched', 'mismatched', 'no-number', 'unverifiable'] as const)[index] ?? 'matched',
      facility: '22001',
      hamlet: index % 2 === 0 ? 'Thôn Một' : 'Thôn Hai',
      person: {
        currentResidence: address,
        ...(byCurrentResidence ? {} : { permanentResidence: address }),
      } as never,
    }),
  )
  const make = (reader?: 'residents-group', some: readonly ListedCase[] = cases) => {
    let next = 900
    return makeHandOverLists(some, routingPolicy2262, {
      madeAt: new Date(sent.madeAt),
      madeBy: sent.madeBy,
      nextId: () => idOf(next++),
      ...(reader === undefined ? {} : { reader }),
    })
  }

  test('one for the health station, one for the police, as the schema takes them', () => {
    const lists = make()
    expect(lists.map(({ to, rows }) => [to, rows.map(({ recordId }) => recordId)])).toEqual([
      ['health', [idOf(3)]],
      ['police', [idOf(1), idOf(2), idOf(4)]],
    ])
    expect(lists[1]?.rows[2]).toEqual(sent.rows[3])
    for (const list of lists) expect(handOverListSchema.parse(list)).toEqual(list)
  })

  test('a record that is handed over twice could not be taken back, and is refused', () => {
    const [first] = cases as [ListedCase]
    const moved = { ...address, commune: '06793' }
    const other = { ...first, person: { ...first.person, permanentResidence: moved } } as ListedCase
    expect(() => make(undefined, [...cases, other])).toThrow(
      expect.objectContaining({ code: 'identity.list.same-case', path: [4] }),
    )
  })

  test('who is still to be asked about is on no list', () => {
    const pending = cases.map((one): ListedCase => ({ ...one, status: 'pending' }))
    expect(make(undefined, pending)).toEqual([])
  })

  test('one for the group of each hamlet', () => {
    expect(
      make('residents-group').map(({ to, hamlet, rows }) => [to, hamlet, rows.length]),
    ).toEqual([
      ['residents-group', 'Thôn Hai', 2],
      ['residents-group', 'Thôn Một', 2],
    ])
  })
})

test('a day without its zeros is still that day', async () => {
  const workbook = await changedWorkbook((rows) => {
    const cells = rows[6] as (string | number | null)[]
    cells[13] = '5/2/2015'
  })
  const reading = await readSigned(workbook)
  const birthDate = '2015-02-05' as PartialDate
  expect(reading).toMatchObject({ findings: [{}, { corrected: { birthDate } }, {}, {}] })
})
