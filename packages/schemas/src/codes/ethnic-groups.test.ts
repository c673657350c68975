import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { personSchema } from '../person/person.js'
import { recordDocument } from '../record/dose-record.fixture.js'
import { vectors } from '../vectors.fixture.js'
import { ethnicGroups } from './ethnic-groups.js'

describe('ethnicGroups', () => {
  const accepts = (ethnicGroup: string) =>
    personSchema.safeParse({ ...recordDocument.person, ethnicGroup }).success

  test('are 54 and foreigners, each with its own code and name', () => {
    expect(ethnicGroups).toHaveLength(55)
    expect(new Set(ethnicGroups.map(({ name }) => name)).size).toBe(55)
    expect(ethnicGroups[0]).toEqual({ code: '01', name: 'Kinh' })
    expect(ethnicGroups[54]).toEqual({ code: '55', name: 'Người nước ngoài' })
  })
  test('a person has one of them and no other', () => {
    const all = Array.from({ length: 100 }, (_, index) => String(index).padStart(2, '0'))
    expect(all.filter(accepts)).toEqual(ethnicGroups.map(({ code }) => code))
    for (const code of ['1', '001', '', 'Kinh']) expect(accepts(code)).toBe(false)
  })
})

const { path, present, title } = vectors('vn-core', 'ethnicGroups beside the draft VN Core')

describe.skipIf(!present)(title, () => {
  test('are its list, but for "not known" and the spelling of group 47', () => {
    const file = join(path, 'input/resources/CodeSystem-vn-core-race-v1.0.xml')
    const pairs = readFileSync(file, 'utf8').matchAll(
      /<code value="(\d\d)"\/>\s*<display value="([^"]+)"/g,
    )
    const listed = [...pairs].map(([, code, name]) => ({ code, name }))
    expect(listed.at(-1)).toEqual({ code: '99', name: 'Không rõ' })
    expect(listed[46]).toEqual({ code: '47', name: 'Co Lao' })
    const ours = ethnicGroups.map((one) => (one.code === '47' ? { ...one, name: 'Co Lao' } : one))
    expect(listed.slice(0, -1)).toEqual(ours)
  })
})
