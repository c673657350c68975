import { describe, expect, it } from 'vitest'
import { checkCodes } from './check-codes.js'
import { parseValueSets } from './parse-value-sets.js'
import { samplePayload } from '../test-kit.js'

const set = (valueSetId: string, valueSetDate: string, ...codes: readonly string[]) => ({
  valueSetId,
  valueSetDate,
  valueSetValues: Object.fromEntries(codes.map((code) => [code, { display: code, active: true }])),
})

describe('parseValueSets', () => {
  it.each([{}, null, 'sets', 7])('refuses %j, which is no list', (documents) => {
    expect(() => parseValueSets(documents as never)).toThrow(
      expect.objectContaining({ code: 'certificate-verify.value-sets' }),
    )
  })

  it('files codes under the member they stand in, and leaves other documents out', () => {
    const sets = parseValueSets([
      set('vaccines-covid-19-names', '2022-11-30', 'EU/1/20/1528'),
      set('vaccines-covid-19-auth-holders', '2022-01-26', 'ORG-1'),
      set('vaccines-covid-19-encoding-instructions', '2023-05-05', 'Comirnaty'),
    ])
    expect(sets).toEqual({
      version: '2022-11-30',
      codes: { mp: ['EU/1/20/1528'], vaccineMa: ['ORG-1'] },
    })
    expect(checkCodes(samplePayload(), sets).map(({ path }) => path)).toEqual([['v', 0, 'ma']])
  })

  it('keeps codes that are no longer active: old certificates carry them (P21)', () => {
    const document = set('sct-vaccines-covid-19', '2023-01-25', 'J07BX03')
    document.valueSetValues['J07BX03'] = { display: 'covid-19 vaccines', active: false }
    expect(parseValueSets([document]).codes.vp).toEqual(['J07BX03'])
  })

  it('has no version without a document', () => {
    expect(parseValueSets([])).toEqual({ codes: {} })
  })

  it.each<[string, unknown, unknown[]]>([
    ['what is no object', [], [0]],
    ['no id', { ...set('x', '2022-01-01'), valueSetId: '' }, [0, 'valueSetId']],
    ['no day', { ...set('x', '2022-01-01'), valueSetDate: 7 }, [0, 'valueSetDate']],
    ['codes in a list', { ...set('x', '2022-01-01'), valueSetValues: [] }, [0, 'valueSetValues']],
  ])('refuses %s', (_, document, path) => {
    expect(() => parseValueSets([document])).toThrow(
      expect.objectContaining({
        code: 'certificate-verify.value-sets',
        issues: [expect.objectContaining({ path })],
      }),
    )
  })
})
