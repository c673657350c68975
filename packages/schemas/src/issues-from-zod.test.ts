import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ParseError } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { issuesFromZod, parseWith } from './issues-from-zod.js'
import { doseRecordSchema } from './record/dose-record.js'
import { recordDocument } from './record/dose-record.fixture.js'
import { dayReportSchema } from './wire/day.js'

const issuesOf = (value: unknown) => {
  try {
    parseWith(doseRecordSchema, value)
  } catch (caught) {
    if (caught instanceof ParseError) return caught.issues
    throw caught
  }
  return []
}
const withPerson = (change: object) => ({
  ...recordDocument,
  person: { ...recordDocument.person, ...change },
})
const withDose = (change: object) => ({
  ...recordDocument,
  dose: { ...recordDocument.dose, ...change },
})

describe('parseWith', () => {
  test('gives the value back', () => {
    expect(parseWith(doseRecordSchema, recordDocument)).toEqual(recordDocument)
  })
  test.each<[string, unknown, string]>([
    ['an empty name', withPerson({ fullName: '' }), 'schema.text.empty person.fullName'],
    [
      'a blank at the end of a name',
      withPerson({ fullName: 'Bông ' }),
      'schema.text.blank-ends person.fullName',
    ],
    [
      'a decomposed name',
      withPerson({ fullName: 'Bông'.normalize('NFD') }),
      'schema.text.not-nfc person.fullName',
    ],
    [
      'a control character',
      withPerson({ fullName: 'A\u0007b' }),
      'schema.text.control person.fullName',
    ],
    [
      'a name too long',
      withPerson({ fullName: 'a'.repeat(101) }),
      'schema.text.too-long person.fullName',
    ],
    ['31 February', withPerson({ birthDate: '2015-02-31' }), 'parse.partial-date person.birthDate'],
    ['an unknown sex', withPerson({ sex: 'nam' }), 'schema.choice person.sex'],
    ['a missing sex', withPerson({ sex: undefined }), 'schema.choice person.sex'],
    ['a missing name', withPerson({ fullName: undefined }), 'schema.missing person.fullName'],
    ['a name that is a number', withPerson({ fullName: 7 }), 'schema.field person.fullName'],
    ['a field nobody knows', withPerson({ tuổi: 6 }), 'schema.unexpected person'],
    [
      'a country in words',
      withPerson({ nationality: 'Việt Nam' }),
      'schema.country person.nationality',
    ],
    [
      'a number of eleven digits',
      withPerson({ identityDocument: { kind: 'personal-number', number: '01315000001' } }),
      'schema.identity.personal-number person.identityDocument.number',
    ],
    [
      'a document nobody knows',
      withPerson({ identityDocument: { kind: 'library-card', number: '1' } }),
      'schema.choice person.identityDocument.kind',
    ],
    ['a phone of nine digits', withPerson({ phone: '912000001' }), 'schema.phone person.phone'],
    ['dose 0', withDose({ number: 0 }), 'schema.range dose.number'],
    ['a volume with a comma', withDose({ volumeMl: '0,2' }), 'schema.decimal dose.volumeMl'],
    [
      'a facility code of four digits',
      withDose({ facility: '1234' }),
      'schema.facility-code dose.facility',
    ],
    [
      'an instant without offset',
      withDose({ givenAt: '2022-04-14T09:00:00' }),
      'parse.instant dose.givenAt',
    ],
  ])('refuses %s', (_, value, expected) => {
    expect(issuesOf(value).map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([expected])
  })
  test('says it in both languages and never repeats a value', () => {
    const marked = 'Lê Văn Dấu 001315999999'
    const all = issuesOf(
      withPerson({ phone: marked, sex: marked, [marked]: 1, nationality: marked }),
    )
    expect(all).toHaveLength(4)
    for (const { message } of all) expect(message.vi).not.toBe(message.en)
    expect(JSON.stringify(all)).not.toContain('001315999999')
  })
})

describe('issuesFromZod', () => {
  test('does not repeat keys that come from the data', () => {
    const result = dayReportSchema.safeParse({ open: { 'Lê Văn Dấu': 'x' } })
    expect(JSON.stringify(issuesFromZod(result.error as never))).not.toContain('Dấu')
  })
})

describe('the codes that schemas name', () => {
  test('all have sentences where issues are made, so that none is told as another', () => {
    const folder = fileURLToPath(new URL('.', import.meta.url))
    const named = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .flatMap((file) => [
        ...readFileSync(join(folder, file), 'utf8').matchAll(/\{\s*error: '([^']+)'/g),
      ])
      .map(([, code = '']) => code)
    expect(named.length).toBeGreaterThan(20)
    for (const code of new Set(named)) {
      const schema = z.string().refine(() => false, { error: code })
      const { error } = schema.safeParse('x')
      expect(error === undefined ? [] : issuesFromZod(error).map((one) => one.code)).toEqual([code])
    }
  })
})
