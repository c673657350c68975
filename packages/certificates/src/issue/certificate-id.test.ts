import { describe, expect, it } from 'vitest'
import { checkCharacterOf, checkCharacterStatus } from '../payload/check-character.js'
import { newCertificateId } from './certificate-id.js'

const random = { bytes: (length: number) => new Uint8Array(length).map((_, index) => index * 17) }

describe('newCertificateId (P24)', () => {
  it('is the prefix of Viet Nam and 32 capital hex digits', () => {
    expect(newCertificateId({ random })).toBe('URN:UVCI:01:VN:00112233445566778899AABBCCDDEEFF')
  })

  it('carries a check character only when asked', () => {
    const id = newCertificateId({ random, checkCharacter: true })
    expect(checkCharacterStatus(id)).toBe('matches')
    expect(checkCharacterStatus(newCertificateId())).toBe('absent')
  })

  it('differs from one call to the next', () => {
    expect(newCertificateId()).not.toBe(newCertificateId())
  })
})

describe('checkCharacterOf (P22)', () => {
  it('is Z for the known answer of the EU', () => {
    expect(checkCharacterOf('URN:UVCI:01:NL:187/37512422923')).toBe('Z')
  })

  it('does not exist for a text outside of its alphabet', () => {
    expect(checkCharacterOf('urn:uvci')).toBeUndefined()
  })

  it('notices every single character that is wrong, and neighbours that changed places', () => {
    const text = 'URN:UVCI:01:NL:187/37512422923'
    for (let index = 0; index < text.length; index += 1) {
      const own = text[index] ?? ''
      const wrong = `${text.slice(0, index)}${own === 'Q' ? 'X' : 'Q'}${text.slice(index + 1)}`
      expect(checkCharacterOf(wrong)).not.toBe('Z')
      const swapped = `${text.slice(0, index)}${text[index + 1] ?? ''}${own}${text.slice(index + 2)}`
      if (swapped !== text) expect(checkCharacterOf(swapped)).not.toBe('Z')
    }
  })
})

describe('checkCharacterStatus (P23)', () => {
  it.each([
    ['URN:UVCI:01:NL:187/37512422923#Z', 'matches'],
    ['URN:UVCI:01:NL:187/37512422923#A', 'differs'],
    ['URN:UVCI:01:NL:187/37512422923', 'absent'],
    ['01LU/A#ZZ', 'differs'],
    ['urn:uvci:01:be:a#B', 'differs'],
  ])('%s: %s', (id, status) => {
    expect(checkCharacterStatus(id)).toBe(status)
  })
})
