import { describe, expect, it } from 'vitest'
import { type CatalogueEntry, defineCatalogue, sentencesFor } from './catalogue.js'

const entry: CatalogueEntry = {
  says: { vi: 'Trễ {days} ngày ở {where}.', en: 'Late by {days} days at {where}.' },
  who: 'facility',
  todo: { vi: 'Sửa.', en: 'Correct it.' },
}

describe('sentencesFor', () => {
  it.each([
    ['all parameters', { days: 3, where: 'step-2' }, 'Late by 3 days at step-2.'],
    ['one that is missing', { days: 0 }, 'Late by 0 days at {where}.'],
    ['a flag', { days: true, where: false }, 'Late by true days at false.'],
    [
      'a parameter that looks like one',
      { days: '{where}', where: 1 },
      'Late by {where} days at 1.',
    ],
    ['none', undefined, 'Late by {days} days at {where}.'],
  ])('fills in %s', (_, params, sentence) => {
    expect(sentencesFor(entry, params).en).toBe(sentence)
  })

  it('says the same in both languages', () => {
    expect(sentencesFor(entry, { days: 3, where: 'a' }).vi).toBe('Trễ 3 ngày ở a.')
  })
})

describe('defineCatalogue', () => {
  it('cannot be changed afterwards', () => {
    expect(Object.isFrozen(defineCatalogue({ 'a.b': entry }))).toBe(true)
  })
})
