import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { campaign2022, type LoadTerms, nationalLoad } from './national-load.js'
import { sizesOfRun } from './national-sizes.js'
import { type Language, loadTable, numberIn, sizesInDocs } from './national-table.js'

const sizes = { records: 10, record: 1000, signed: 3000, seal: 2000, proof: 500 }
const terms: LoadTerms = {
  communes: { '2022': 100, 'since-2025': 10 },
  dosesADay: 36_000,
  peak: 3,
  hours: 2,
  serviceRate: 5,
}
const rowsOf = (change: Partial<LoadTerms>) => nationalLoad(sizes, { ...terms, ...change })
const operations = (change: Partial<LoadTerms>) =>
  rowsOf(change).map(({ keyOperations }) => keyOperations)

describe('the national sum', () => {
  test('counts signatures, their rate, the hours of the service and what is moved', () => {
    expect(rowsOf({})).toEqual([
      row('2022', 'mean', 'record', [36_000, 5, 2, 108]),
      row('2022', 'mean', 'seal', [100, 0, 0, 54]),
      row('2022', 'peak', 'record', [108_000, 15, 6, 324]),
      row('2022', 'peak', 'seal', [100, 0, 0, 162]),
      row('since-2025', 'mean', 'record', [36_000, 5, 2, 108]),
      row('since-2025', 'mean', 'seal', [10, 0, 0, 54]),
      row('since-2025', 'peak', 'record', [108_000, 15, 6, 324]),
      row('since-2025', 'peak', 'seal', [10, 0, 0, 162]),
    ])
  })

  test.each<[string, Partial<LoadTerms>, readonly number[]]>([
    ['the peak', { peak: 10 }, [36_000, 100, 360_000, 100, 36_000, 10, 360_000, 10]],
    ['the doses a day', { dosesADay: 200 }, [200, 100, 600, 100, 200, 10, 600, 10]],
    [
      'the communes',
      { communes: { '2022': 7, 'since-2025': 3 } },
      [36_000, 7, 108_000, 7, 36_000, 3, 108_000, 3],
    ],
    ['fewer doses than communes', { dosesADay: 50 }, [50, 50, 150, 100, 50, 10, 150, 10]],
  ])('follows %s', (_, change, expected) => {
    expect(operations(change)).toEqual(expected)
  })
})

function row(
  era: string,
  load: string,
  how: string,
  [keyOperations, perSecond, hours, megabytes]: readonly [number, number, number, number],
) {
  return { era, load, how, keyOperations, perSecond, hours, megabytes }
}

const pageIn = (language: Language) =>
  readFileSync(join(import.meta.dirname, '..', 'docs', language, 'day-seal.md'), 'utf8')

describe.each<Language>(['en', 'vi'])('docs/%s/day-seal.md', (language) => {
  const page = pageIn(language)
  // The page breaks its lines between words.
  const text = page.replaceAll(/\s+/g, ' ')
  const number = (value: number) => numberIn(language, value)

  test('has the table of its stated inputs, and no other', () => {
    const rows = nationalLoad(sizesInDocs, campaign2022)
    const table = loadTable(rows, campaign2022, language)
    const [head = ''] = table
    const from = page.indexOf(head)
    expect(from).toBeGreaterThan(0)
    const written = page.slice(from).split('\n\n')[0]?.trimEnd().split('\n')
    expect(written).toEqual(table)
  })

  test('states the inputs', () => {
    const { records, record, signed, seal, proof } = sizesInDocs
    const { communes, dosesADay } = campaign2022
    const numbers = [records, record, signed, seal, proof, ...Object.values(communes)]
    for (const one of numbers) expect(text).toContain(` ${number(one)}`)
    expect(text).toContain(` ${number(dosesADay / 1_000_000)} `)
  })
})

test('the sizes in the docs are those of today, but for some octets of the certificates', async () => {
  const { signed, seal, ...exact } = await sizesOfRun()
  expect({ ...exact, signed: sizesInDocs.signed, seal: sizesInDocs.seal }).toEqual(sizesInDocs)
  // Serial numbers and signatures in DER are longer or shorter by an octet or two.
  expect(Math.abs(signed - sizesInDocs.signed)).toBeLessThan(40)
  expect(Math.abs(seal - sizesInDocs.seal)).toBeLessThan(40)
})
