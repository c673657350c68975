import { fromWindows1252, utf8 } from '@tiemchung/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPl1, readSupplement } from '../read-list.js'
import { streamPl1 } from '../stream-list.js'
import { writeCsv, writeWorkbook, type WrittenRow } from '../write-list.js'
import { decoderFor, fromWindows1258 } from './bytes.js'
import { detectEncoding } from './detect-encoding.js'
import { isSyllable } from './syllable.js'
import { fromTcvn3, isTcvn3, toTcvn3 } from './tcvn3.js'
import { fromVni, isVni, toVni } from './vni.js'

const small = [...'àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ']
const capitals = small.map((letter) => letter.toUpperCase())
const plain = [..."abcdeghiklmnopqrstuvxy ABCDEGHIKLMNOPQRSTUVXY'-."]

/** Bytes of characters below 256. */
const bytesOf = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))
/** The units of a text as bytes, the low one first unless said. */
function utf16(text: string, high = false): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), !high)
  return bytes
}

describe('TCVN3', () => {
  test('has each small letter once, and seven capitals', () => {
    expect(new Set(small.map(toTcvn3)).size).toBe(67)
    for (const letter of small) expect(fromTcvn3(toTcvn3(letter) ?? '')).toBe(letter)
    const held = capitals.filter((letter) => toTcvn3(letter) !== undefined)
    expect(held.join('')).toBe('ĂÂÊÔƠƯĐ')
    for (const letter of held) expect(fromTcvn3(toTcvn3(letter) ?? '')).toBe(letter)
  })
  // TCVN 5712:1993 as iconv of glibc has it, letter by letter.
  test.each([
    ['a1a2a3a4a5a6a7a8a9aaabacadae', 'ĂÂÊÔƠƯĐăâêôơưđ'],
    ['b5b6b7b8b9bbbcbdbec6c7c8c9cacb', 'àảãáạằẳẵắặầẩẫấậ'],
    ['cccecfd0d1d2d3d4d5d6d7d8dcddde', 'èẻẽéẹềểễếệìỉĩíị'],
    ['dfe1e2e3e4e5e6e7e8e9eaebecedee', 'òỏõóọồổỗốộờởỡớợ'],
    ['eff1f2f3f4f5f6f7f8f9fafbfcfdfe', 'ùủũúụừửữứựỳỷỹýỵ'],
  ])('%s', (hex, letters) => {
    const signs = (hex.match(/../g) ?? []).map((byte) =>
      String.fromCharCode(Number.parseInt(byte, 16)),
    )
    expect(fromTcvn3(signs.join(' '))).toBe([...letters].join(' '))
  })
  test.each([
    ['NguyÔn V¨n B¶o', 'Nguyễn Văn Bảo'],
    ['NGUYÔN V¡N B¶O', 'NGUYỄN VĂN BẢO'],
    ['§Æng ThÞ D\u00ad¬ng', 'Đặng Thị Dương'],
    ['Mª Linh', 'Mê Linh'],
    ['Ph\u0001 à', 'Ph\u0001 à'],
  ])('%s is %s', (old, text) => {
    expect(fromTcvn3(old)).toBe(text)
  })
  test('gives back any text that it can write', () => {
    const letters = fc.constantFrom(...small, ...'abcdeghiklmnopqrstuvxy -', ...'ĂÂÊÔƠƯĐ')
    fc.assert(
      fc.property(
        fc.array(letters).map((list) => list.join('')),
        (text) => {
          const old = toTcvn3(text)
          expect(fromTcvn3(old ?? '')).toBe(text)
          expect(isTcvn3(old ?? '')).toBe(true)
        },
      ),
    )
  })
})

describe('VNI', () => {
  test('has every letter, capitals too', () => {
    const all = [...small, ...capitals]
    expect(new Set(all.map(toVni)).size).toBe(134)
    for (const letter of all) expect(fromVni(toVni(letter) ?? '')).toBe(letter)
  })
  test.each([
    ['Nguyeãn Thò Hoaøng', 'Nguyễn Thị Hoàng'],
    ['Ñaëng Döông', 'Đặng Dương'],
    ['AÙnh Aùnh aÙ', 'Ánh Ánh á'],
    ['Quyønh Thuyû Tieân', 'Quỳnh Thuỷ Tiên'],
    ['Kyõ Myõ Lyù', 'Kỹ Mỹ Lý'],
    ['yï aß', 'yï aß'],
  ])('%s is %s', (old, text) => {
    expect(fromVni(old)).toBe(text)
  })
  test('gives back any text of Vietnamese letters', () => {
    const letters = fc.constantFrom(...small, ...capitals, ...plain)
    fc.assert(
      fc.property(
        fc.array(letters).map((list) => list.join('')),
        (text) => {
          expect(fromVni(toVni(text) ?? '?')).toBe(text)
          expect(isVni(toVni(text) ?? '?')).toBe(true)
        },
      ),
    )
  })
  test('has no letters of other languages', () => {
    expect(toVni('ß')).toBeUndefined()
    expect(isVni('aß')).toBe(false)
  })
})

describe('the bytes', () => {
  test('of Windows-1258 come apart and are put together', () => {
    const bytes = Uint8Array.of(
      0x4e,
      0x67,
      0x75,
      0x79,
      0xea,
      0xde,
      0x6e,
      0x20,
      0xd0,
      0xe3,
      0xf2,
      0x6e,
      0x67,
    )
    expect(fromWindows1258(bytes).normalize('NFC')).toBe('Nguyễn Đặng')
  })
  test('of Windows-1258 are a character each', () => {
    const all = Uint8Array.from({ length: 256 }, (_, byte) => byte)
    expect(new Set(fromWindows1258(all)).size).toBe(256)
    expect(
      fromWindows1258(Uint8Array.of(0x80, 0xc3, 0xd5, 0xdd, 0xf5, 0xfd, 0xfe, 0xd2, 0xcc, 0xec)),
    ).toBe('€ĂƠƯơư₫\u0309\u0300\u0301')
  })
  test.each([1, 2, 3, 100])('of UTF-16 are read in pieces of %i', (length) => {
    const text = 'Nguyễn Thị Bông 🌸'
    for (const encoding of ['utf-16le', 'utf-16be'] as const) {
      const bytes = utf16(text, encoding === 'utf-16be')
      const decode = decoderFor(encoding)
      let read = ''
      for (let at = 0; at < bytes.length; at += length)
        read += decode(bytes.subarray(at, at + length))
      expect(read + decode()).toBe(text)
    }
  })
  test.each(['utf-16le', 'utf-16be'] as const)('half a character is no %s', (encoding) => {
    const decode = decoderFor(encoding)
    decode(Uint8Array.of(0x41))
    expect(() => decode()).toThrow(expect.objectContaining({ code: 'tabular.not-utf16' }))
  })
})

describe('isSyllable', () => {
  test.each([
    'Nguyễn',
    'gì',
    'Quý',
    'giếng',
    'khuya',
    'Thuở',
    'Hoà',
    'Hòa',
    'Ỷ',
    'nghiêng',
    'YẾN',
    'Uyên',
    'ế',
  ])('%s is one', (word) => {
    expect(isSyllable(word)).toBe(true)
  })
  test.each([
    'NguyÔn',
    'Haù',
    'Thoõn',
    'Traàn',
    'Hå',
    'Bïi',
    'Leâ',
    'Núñez',
    'Björn',
    'ngễẽ',
    'đt',
  ])('%s is none', (word) => {
    expect(isSyllable(word)).toBe(false)
  })
})

const people = [
  'Nguyễn Thị Bông',
  'Trần Văn Lá',
  'Phạm Ngọc Ánh',
  'Đặng Hữu Phước',
  'Lê Thuỳ Dương',
]
const rows: readonly WrittenRow[] = people.map((fullName, index) => ({
  listNumber: index + 1,
  fullName,
  birthDate: '01/06/2015',
  sex: 1,
  identityNumber: '001315000001',
  province: '01',
  district: '001',
  commune: '00001',
  workplace: 'Trường Tiểu học Bản Mẫu',
}))
/** As a font of TCVN3 shows it: capitals with tones are typed small. */
const tcvn3 = (text: string) =>
  [...text].map((sign) => toTcvn3(sign) ?? toTcvn3(sign.toLowerCase()) ?? '?').join('')
const vni = (text: string) => toVni(text) ?? ''
const windows1258 = (text: string) => {
  const signs = fromWindows1258(Uint8Array.from({ length: 256 }, (_, byte) => byte))
  // Shapes stay with their vowel, tones stand behind it.
  const apart = text
    .normalize('NFD')
    .replace(/([aeouAEOU])(?:(\u0302)|(\u0306)|(\u031b))/g, (two) => two.normalize('NFC'))
  const loose = apart.replace(
    /([aeoAEO])(\u0323)(\u0302|\u0306)/g,
    (_, vowel: string, dot: string, shape: string) =>
      `${`${vowel}${shape}`.normalize('NFC')}${dot}`,
  )
  return Uint8Array.from(loose, (sign) => signs.indexOf(sign))
}
const namesOf = async (bytes: Uint8Array, options: object) => {
  const reading = await readPl1(bytes, { format: 'csv', ...options })
  expect(reading.issues).toEqual([])
  return reading.rows.map(({ fullName }) => fullName)
}

const csv = writeCsv('pl1', rows).slice(1)
const tab = csv.replaceAll(',', '\t')

describe('lists in old encodings', () => {
  test.each<[string, Uint8Array, object]>([
    ['UTF-16 with its mark, tabs, as Excel saves "Unicode text"', utf16(`\ufeff${tab}`), {}],
    ['UTF-16, high byte first', utf16(`\ufeff${tab}`, true), {}],
    ['UTF-16 without a mark', utf16(tab), { encoding: 'utf-16le' }],
    ['Windows-1258', windows1258(csv), { encoding: 'windows-1258' }],
    ['TCVN3', bytesOf(tcvn3(csv)), { encoding: 'windows-1252', letters: 'tcvn3' }],
    ['TCVN3 in UTF-8', utf8(tcvn3(csv)), { letters: 'tcvn3' }],
    ['VNI', bytesOf(vni(csv)), { encoding: 'windows-1252', letters: 'vni' }],
    ['VNI in UTF-8', utf8(vni(csv)), { letters: 'vni' }],
    ['UTF-8 twice', utf8(fromWindows1252(utf8(csv))), { letters: 'utf-8-twice' }],
  ])('%s is read when it is said', async (_, bytes, options) => {
    const names = await namesOf(bytes, options)
    const expected = people.map((name) => (/TCVN3/.test(_) ? name.replace('Ánh', 'ánh') : name))
    expect(names).toEqual(expected)
  })

  test.each<[string, Uint8Array, object]>([
    [
      'UTF-8 with its mark',
      utf8(`\ufeff${csv}`),
      { encoding: 'utf-8', because: 'byte-order-mark', letters: 'unicode' },
    ],
    ['UTF-8', utf8(csv), { encoding: 'utf-8', because: 'valid-utf-8', letters: 'unicode' }],
    [
      'UTF-16',
      utf16(`\ufeff${tab}`),
      { encoding: 'utf-16le', because: 'byte-order-mark', letters: 'unicode' },
    ],
    [
      'UTF-16 without a mark',
      utf16(tab),
      { encoding: 'utf-16le', because: 'zero-bytes', letters: 'unicode' },
    ],
    [
      'UTF-16 with the high byte first',
      utf16(tab, true),
      { encoding: 'utf-16be', because: 'zero-bytes', letters: 'unicode' },
    ],
    [
      'Windows-1258',
      windows1258(csv),
      { encoding: 'windows-1258', because: 'syllables', letters: 'unicode' },
    ],
    [
      'TCVN3',
      bytesOf(tcvn3(csv)),
      { encoding: 'windows-1252', because: 'syllables', letters: 'tcvn3' },
    ],
    [
      'TCVN3 in UTF-8',
      utf8(tcvn3(csv)),
      { encoding: 'utf-8', because: 'valid-utf-8', letters: 'tcvn3' },
    ],
    ['VNI', bytesOf(vni(csv)), { encoding: 'windows-1252', because: 'syllables', letters: 'vni' }],
    [
      'UTF-8 twice',
      utf8(fromWindows1252(utf8(csv))),
      { encoding: 'utf-8', because: 'valid-utf-8', letters: 'utf-8-twice' },
    ],
    [
      'ASCII',
      utf8('a,b\r\n1,2\r\n'),
      { encoding: 'utf-8', because: 'valid-utf-8', letters: 'plain' },
    ],
    ['nothing', new Uint8Array(), { encoding: 'utf-8', because: 'valid-utf-8', letters: 'plain' }],
  ])('%s is told', async (_, bytes, expected) => {
    expect(await detectEncoding(bytes, { format: 'csv' })).toMatchObject(expected)
  })

  test('columns that differ are named, with what speaks for each', async () => {
    const mixed = rows.map((row) => ({
      ...row,
      fullName: tcvn3(String(row['fullName'])),
      detail: vni('Thôn Hạ'),
    }))
    const bytes = await writeWorkbook('pl1', mixed)
    const report = await detectEncoding(bytes, { format: 'xlsx' })
    // The headings are Unicode: a column of old letters has one heading that is not.
    const { columns } = await detectEncoding(
      utf8(csvOf(mixed).split('\r\n').slice(1).join('\r\n')),
      { format: 'csv' },
    )
    expect(columns.map(({ column, letters }) => `${column} ${letters}`)).toEqual([
      'B tcvn3',
      'F unicode',
      'Q vni',
    ])
    expect(columns[0]).toMatchObject({ words: 15, syllables: { tcvn3: 15, unicode: 0, vni: 0 } })
    expect(report.letters).toBe('mixed')
    const letters = { fullName: 'tcvn3', detail: 'vni' } as const
    const reading = await readPl1(bytes, { format: 'xlsx', letters })
    expect(reading.rows.map(({ fullName, detail }) => `${fullName}, ${detail}`)).toEqual(
      people.map((name) => `${name.replace('Ánh', 'ánh')}, Thôn Hạ`),
    )
  })

  test('nothing is converted unless it is said', async () => {
    const bytes = await writeWorkbook('pl1', [{ ...rows[0], fullName: 'Ph¹m V¨n B¶o' }])
    const { issues } = await readPl1(bytes, { format: 'xlsx' })
    expect(issues.map(({ code, params }) => [code, params])).toEqual([
      ['tabular.legacy-encoding', { encoding: 'tcvn3' }],
    ])
  })

  test('the report names nobody', async () => {
    const report = JSON.stringify(await detectEncoding(utf8(csv), { format: 'csv' }))
    for (const name of people) expect(report).not.toContain(name)
  })

  test('a file cut in a letter is judged by what is there', async () => {
    const long = utf8(csv + csv.split('\r\n')[1]?.repeat(20_000))
    expect(await detectEncoding(long, { format: 'csv' })).toMatchObject({ encoding: 'utf-8' })
  })

  test('streams and supplements take the same options', async () => {
    const found: string[] = []
    const options = { encoding: 'windows-1252', letters: 'vni' } as const
    for await (const { row } of streamPl1([bytesOf(vni(csv))], options))
      found.push(row?.fullName ?? '')
    expect(found).toEqual(people)
    const more = {
      listNumber: 1,
      fullName: 'Lê Văn Lá',
      birthDate: '2015',
      nationality: 'Việt Nam',
      consent: 'Có',
    }
    const bytes = await writeWorkbook('supplement', [
      {
        ...more,
        fullName: tcvn3(more.fullName),
        nationality: tcvn3(more.nationality),
        consent: tcvn3(more.consent),
      },
    ])
    const reading = await readSupplement(bytes, { format: 'xlsx', letters: 'tcvn3' })
    expect(reading.rows[0]).toMatchObject({
      fullName: 'Lê Văn Lá',
      cells: { nationality: 'VN', consent: 'yes' },
    })
  })
})

function csvOf(list: readonly WrittenRow[]): string {
  return writeCsv('pl1', list).slice(1)
}
