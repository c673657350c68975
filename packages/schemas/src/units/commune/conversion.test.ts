import { ParseError } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import {
  type CommuneConversion,
  convertCommune,
  lintCommuneConversion,
  loadAdministrativeUnits,
  loadCommuneConversion,
  readCommuneConversionCsv,
} from '../index.js'

const document = {
  format: 'commune-conversion/1',
  source: 'made up',
  communes: [
    ['00001', '00097'],
    ['00037', '00097', '00004'],
  ],
}

function issuesOf(read: () => CommuneConversion) {
  try {
    read()
    return []
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
    expect(error.code).toBe('units.conversion')
    return error.issues.map(({ code, path }) => [code.slice('units.conversion.'.length), path])
  }
}

describe('convertCommune', () => {
  const table = loadCommuneConversion(document)
  test.each([
    ['one', '00001', { status: 'one', code: '00097' }],
    ['divided', '00037', { status: 'several', candidates: ['00097', '00004'], dependsOn: 'place' }],
    ['not in the table', '00004', { status: 'unknown' }],
    ['without its zeros', '1', { status: 'unknown' }],
  ])('a commune that is %s', (_, code, converted) => {
    expect(convertCommune(code, table)).toEqual(converted)
  })
})

describe('loadCommuneConversion', () => {
  const change = (part: object) => issuesOf(() => loadCommuneConversion({ ...document, ...part }))
  test.each([
    ['another format', { format: 'commune-conversion/2' }, [['shape', ['format']]]],
    ['no source', { source: ' ' }, [['shape', ['source']]]],
    ['no rows', { communes: {} }, [['shape', ['communes']]]],
    ['an empty table', { communes: [] }, [['shape', []]]],
    ['a row without a new code', { communes: [['00001']] }, [['row', ['communes', 0]]]],
    ['a number', { communes: [['00001', 97]] }, [['row', ['communes', 0]]]],
    [
      'a new code twice in a row',
      { communes: [['00001', '00097', '00097']] },
      [['row', ['communes', 0]]],
    ],
    ['a row that is no array', { communes: ['00001'] }, [['row', ['communes', 0]]]],
    [
      'an old commune twice',
      { communes: [...document.communes, ['00001', '00004']] },
      [['repeated', ['communes', 2]]],
    ],
  ])('refuses %s', (_, part, issues) => {
    expect(change(part)).toEqual(issues)
  })
  test('refuses what is no document', () => {
    for (const none of [null, undefined, 'text', 1]) {
      expect(issuesOf(() => loadCommuneConversion(none))).toEqual([['shape', []]])
    }
  })
  test('tells of a hundred faults at most', () => {
    expect(change({ communes: Array.from({ length: 500 }, () => []) })).toHaveLength(100)
  })
})

describe('readCommuneConversionCsv', () => {
  const read = (text: string) => readCommuneConversionCsv(text, 'made up')
  test.each([
    ['commas', 'old,new\n00001,00097\n00037,00097 00004\n'],
    [
      'semicolons, Windows lines and a byte order mark',
      '\uFEFFold;new\r\n00001;00097\r\n00037;00097 00004',
    ],
    ['tabs and quotes', '"old"\t"new"\n"00001"\t"00097"\n"00037"\t"00097 00004"'],
  ])('reads what JSON says from CSV with %s', (_, text) => {
    expect(read(text)).toEqual(loadCommuneConversion(document))
  })
  test.each([
    ['nothing', '', [['shape', ['line', 1]]]],
    ['no heading', '00001,00097', [['shape', ['line', 1]]]],
    ['a heading alone', 'old,new\n', [['shape', []]]],
    ['a code that lost its zeros', 'old,new\n1,00097', [['row', ['line', 2]]]],
    ['a third column', 'old,new\n00001,00097,00004 x', [['row', ['line', 2]]]],
    ['a missing column', 'old,new\n\n00001', [['row', ['line', 3]]]],
    ['a blank for a code', 'old,new\n00001, ', [['row', ['line', 2]]]],
    ['an old commune twice', 'old,new\n00001,00097\n00001,00004', [['repeated', ['line', 3]]]],
  ])('refuses %s', (_, text, issues) => {
    expect(issuesOf(() => read(text))).toEqual(issues)
  })
})

describe('lintCommuneConversion', () => {
  const before = loadAdministrativeUnits({
    asOf: '2022-04-10',
    provinces: [
      ['01', 'Thành phố Hà Nội'],
      ['82', 'Tỉnh Tiền Giang'],
    ],
    districts: [
      ['001', 'Quận Ba Đình', '01'],
      ['815', 'Thành phố Mỹ Tho', '82'],
    ],
    communes: [
      ['00001', 'Phường Phúc Xá', '001'],
      ['28249', 'Phường 5', '815'],
    ],
  })
  const after = loadAdministrativeUnits({
    asOf: '2025-07-01',
    provinces: [
      ['01', 'Thành phố Hà Nội'],
      ['80', 'Tỉnh Tây Ninh'],
      ['82', 'Tỉnh Đồng Tháp'],
    ],
    communes: [
      ['00097', 'Phường Hồng Hà', '01'],
      ['27694', 'Phường Long An', '80'],
      ['28249', 'Phường Đạo Thạnh', '82'],
    ],
  })
  const lint = (...communes: readonly (readonly string[])[]) =>
    lintCommuneConversion(loadCommuneConversion({ ...document, communes }), { before, after }).map(
      ({ code, path, params }) => [code.slice('units.conversion.'.length), path[1] ?? params],
    )

  test('has nothing to say about a table that has every commune', () => {
    expect(lint(['00001', '00097'], ['28249', '28249'])).toEqual([])
    expect(lint(['00001', '00097'], ['28249', '28249', '27694'])).toEqual([])
  })
  test('counts the communes that are missing', () => {
    expect(lint(['00001', '00097'])).toEqual([['missing', { count: 1 }]])
  })
  test.each([
    ['an old code that is none', ['00002', '00097'], 'old-unknown'],
    ['a new code that is none', ['00002', '00001'], 'new-unknown'],
    ['a new commune in a province that cannot be', ['28249', '00097'], 'province'],
  ])('finds %s', (_, row, code) => {
    expect(lint(row, ['00001', '00097'])).toContainEqual([code, 0])
  })
})
