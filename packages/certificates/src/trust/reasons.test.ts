import { failed, passed, skipped, unknown } from '@tiemchung/core'
import { describe, expect, it } from 'vitest'
import { explainTrustCheck, trustReasons } from './reasons.js'

const item = 'trust-list.item'

describe('explainTrustCheck', () => {
  it.each([
    [failed(item, 'pin-differs'), 'The certificate does not have the SHA-256 that is pinned.'],
    [skipped(item, 'withdrawn'), 'The key is not in force any more.'],
    [unknown('trust-list.freshness', 'stale'), 'The next update of the list is overdue.'],
    [
      unknown('trust-list.reference', 'not-followed'),
      'The entry refers to another document, which is not followed.',
    ],
    [
      failed('snapshot.sequence', 'rolled-back', { params: { sequence: 41, seen: 42 } }),
      'The list has number 41, and number 42 was seen before.',
    ],
    [
      failed('snapshot.signature', 'key-not-pinned'),
      'The document is signed by a key that is not pinned.',
    ],
    [
      failed(item, 'path-too-long', { params: { check: 'path.path-length' } }),
      'The certificate chain does not hold at path.path-length.',
    ],
    [
      failed(item, 'signature-mismatch', { params: { check: 'cms.signature' } }),
      'The signature of whoever put the certificate forward does not hold (cms.signature).',
    ],
    [
      unknown(item, 'no-anchors', { params: { check: 'path.anchor' } }),
      'No authority of this country is known.',
    ],
  ])('says why: %#', (check, sentence) => {
    expect(explainTrustCheck(check)?.says.en).toBe(sentence)
  })

  it('has nothing to say of what passed, and of reasons that are not ours', () => {
    expect(explainTrustCheck(passed(item))).toBeUndefined()
    expect(explainTrustCheck({ id: item, status: 'failed' })).toBeUndefined()
    expect(explainTrustCheck(failed(item, 'toString'))).toBeUndefined()
  })

  it('speaks both languages', () => {
    for (const { says, todo } of Object.values(trustReasons)) {
      expect(says.vi).not.toBe(says.en)
      expect(todo.vi).not.toBe(todo.en)
    }
  })
})
