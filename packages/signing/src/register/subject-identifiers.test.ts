import { createAuthority, generateSigningKey } from '@tiemchung/x509/ca'
import { describe, expect, test } from 'vitest'
import { subjectIdentifiersOf } from './subject-identifiers.js'

const validity = { notBefore: new Date('2022-01-01'), notAfter: new Date('2024-01-01') }
const keys = await generateSigningKey('ES256')
const authority = await createAuthority({
  subject: { commonName: 'TEST root', country: 'VN' },
  keys,
  validity,
})

async function certified(userId: string | readonly string[] | undefined) {
  const { certificate } = await authority.issue({
    subject: {
      commonName: 'TEST TRẠM Y TẾ XÃ MẪU',
      organization: 'TEST TRẠM Y TẾ XÃ MẪU',
      locality: 'TEST huyện',
      stateOrProvince: 'TEST tỉnh',
      country: 'VN',
      ...(userId === undefined ? {} : { userId }),
    },
    publicKey: keys.publicKey,
    validity,
  })
  return certificate
}

describe('subjectIdentifiersOf', () => {
  test.each<[string, string | readonly string[] | undefined, readonly string[]]>([
    ['a unit', 'MST:0100109106', ['MST:0100109106']],
    [
      'a person of a unit',
      ['MST:0100109106', 'CCCD:001085000017'],
      ['CCCD:001085000017', 'MST:0100109106'],
    ],
    ['a person with an older card', 'CMND:012345678', ['CMND:012345678']],
    ['a budget unit', 'MNS:1234567', ['MNS:1234567']],
    ['another spelling', ' mst : 0100109106 ', ['MST:0100109106']],
    ['the same twice', ['MST:0100109106', 'MST:0100109106'], ['MST:0100109106']],
    ['a text of no kind', ['x', 'MST:0100109106'], ['MST:0100109106', 'X']],
    ['nothing', undefined, []],
  ])('%s', async (_, userId, identifiers) => {
    expect(subjectIdentifiersOf(await certified(userId))).toEqual(identifiers)
  })
})
