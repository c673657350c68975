import { auditCheckIds, sealedRecordCheckIds, signedRecordCheckIds } from '@tiemchung/signing'
import { describe, expect, it } from 'vitest'
import { checkSentence } from './check-words.js'

const ids = [...new Set([...signedRecordCheckIds, ...sealedRecordCheckIds, ...auditCheckIds])]

describe('checkSentence', () => {
  it.each(ids)('says in both languages what %s has shown', (id) => {
    const said = (['vi', 'en'] as const).map((language) =>
      checkSentence({ id, status: 'passed' }, language),
    )
    expect(said).not.toContain(id)
    expect(new Set(said).size).toBe(2)
  })

  it.each([
    ['signer.chain', 'expired', 'Expired.'],
    [
      'signer.register',
      'other-facility',
      'Of another facility: this signer may not sign for this one.',
    ],
    ['record.inclusion', 'not-a-proof', 'There is no proof for this record.'],
    ['signer.chain', 'of-another-time', 'of-another-time'],
  ])('of %s says why: %s', (id, reason, says) => {
    expect(checkSentence({ id, status: 'failed', reason }, 'en')).toBe(says)
  })

  it('gives the id of a check that it does not know', () => {
    expect(checkSentence({ id: 'of.another-time', status: 'passed' }, 'vi')).toBe('of.another-time')
  })
})
