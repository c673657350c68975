/** An invented list of a commune, what its police find, and a seal that stands in for a signature. */
import { type PartialDate, parseUuid, toHex } from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import type { HandOverDocument, ReturnedDocument } from '@tiemchung/schemas/wire'
import type { ListSigner, VerifyListSignature } from './sign-list.js'

export const idOf = (number: number) =>
  parseUuid(`0180dedf-0820-7a73-b506-${String(number).padStart(12, '0')}`)

type Row = HandOverDocument['rows'][number]

const claim = (fullName: string, birthDate: string, number?: string): Row['claimed'] => ({
  ...(number === undefined ? {} : { number }),
  fullName,
  birthDate: birthDate as PartialDate,
  sex: 'female',
})

const row = (
  index: number,
  cls: Row['class'],
  mismatched: Row['mismatched'],
  claimed: Row['claimed'],
): Row => ({
  recordId: idOf(index),
  class: cls,
  mismatched,
  byCurrentResidence: index === 4,
  claimed,
})

export const sent: HandOverDocument = {
  format: 'hand-over-list/1',
  id: idOf(900),
  to: 'police',
  unit: '06790',
  madeAt: '2022-05-20T10:00:00.000Z',
  madeBy: 'tram.06790',
  rows: [
    row(1, 'wrong-name', ['name'], claim('Lê Thị Hoa Mẫu', '2016-05-01', '001316000017')),
    row(2, 'wrong-birth-date', ['birth-date'], claim('Trần Bảo Mẫu', '2015', '001315000018')),
    row(3, 'no-number', [], claim('Đặng Thuỳ Mẫu', '2014-11-30')),
    row(4, 'unverified', [], claim('Phạm Ngọc Mẫu', '2016-02-02', '001316000020')),
  ],
}

export const findings: ReturnedDocument['findings'] = [
  {
    recordId: idOf(1),
    outcome: 'claim-wrong',
    because: 'birth-certificate',
    corrected: { fullName: 'Lê Thị Hòa Mẫu' },
  },
  {
    recordId: idOf(2),
    outcome: 'claim-wrong',
    because: 'residence-file',
    corrected: { birthDate: '2015-02-05' as PartialDate },
  },
  {
    recordId: idOf(3),
    outcome: 'claim-wrong',
    because: 'residence-file',
    corrected: { number: '001314000019' },
  },
  { recordId: idOf(4), outcome: 'register-wrong', because: 'civil-register' },
]

export const returned: ReturnedDocument = { format: 'returned-list/1', list: sent, findings }

const seal = async (content: Uint8Array) => toHex(await systemCrypto.digest('SHA-256', content))

export const police = { office: 'police', unit: '06790', officer: 'ca.06790' } as const

/** Not a signature: a hash, enough to tell whether the file is the one that was sealed. */
export const testSigner: ListSigner = {
  sign: async (content) => ({ form: 'jws', value: await seal(content) }),
}

export const verifyTestSignature: VerifyListSignature = async (content, { value }) =>
  (await seal(content)) === value ? { verdict: 'valid', signer: police } : { verdict: 'invalid' }
