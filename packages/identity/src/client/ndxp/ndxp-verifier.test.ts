import { fixedClock, type InputError, parseInstant, parsePartialDate } from '@tiemchung/core'
import { createHttp } from '@tiemchung/http'
import type { VerificationRequest } from '@tiemchung/schemas/wire'
import { describe, expect, test } from 'vitest'
import { memoryJournal } from '../journal/memory-journal.js'
import { at, codeOf, idAt, requestAt } from '../question.fixture.js'
import { ndxpEnvelope } from './envelope.js'
import { type NdxpSending, ndxpOverHttp, ndxpVerifier } from './ndxp-verifier.js'

const caller = { procedure: 'TC-1815', integration: '00001815', organisation: 'H22.01' }
const codes = {
  found: ['200', '0'],
  notFound: ['404', '1'],
  tokenExpired: ['401'],
  sex: { male: ['1'], female: ['2'] },
}

const registered = {
  SoDinhDanh: '001316000017',
  SoCMND: '012345678',
  HoVaTen: { Ho: 'LÊ', ChuDem: 'THỊ', Ten: 'THỬ' },
  NgayThangNamSinh: '2016-05-01',
  GioiTinh: 2,
}

/** An answer as the provincial hubs wrap it. */
const wrapped = (data: unknown, error_code: unknown = 0, code: unknown = '200') => ({
  code,
  status: 'OK',
  correlationId: 'c-1',
  response: { error_code, message: '', data },
})

/** A verifier whose service answers by a list, its last answer for ever. */
function service(...answers: readonly unknown[]) {
  const sent: NdxpSending[] = []
  const verifier = ndxpVerifier({
    caller,
    codes,
    clock: fixedClock(parseInstant(at)),
    send: (_, sending) => {
      sent.push(sending)
      return Promise.resolve(answers[sent.length - 1] ?? answers.at(-1))
    },
  })
  return { sent, verifier }
}

describe('ndxpEnvelope', () => {
  test('has the members of the table in their order', () => {
    const envelope = ndxpEnvelope(requestAt(1, { oldNumber: '012345678' }), caller)
    expect(JSON.stringify(envelope)).toBe(
      `{"MaYeuCau":"${idAt(1)}","MaDVC":"TC-1815","MaTichHop":"00001815","MaDonVi":"H22.01",` +
        '"MaCanBo":"staff-1","SoDinhDanh":"001316000017","SoCMND":"012345678",' +
        '"HoVaTen":"Lê Thị Thử","NgayThangNamSinh":"2016-05-01"}',
    )
  })

  test('leaves the old number out where there is none', () => {
    expect(Object.keys(ndxpEnvelope(requestAt(1), caller))).not.toContain('SoCMND')
  })

  test.each([
    ['2016-05-01', '2016-05-01'],
    ['2016-05', '2016'],
    ['2016', '2016'],
  ])('a birth date of %s goes out as %s', (birthDate, said) => {
    const request = requestAt(1, { birthDate: parsePartialDate(birthDate) })
    expect(ndxpEnvelope(request, caller).NgayThangNamSinh).toBe(said)
  })

  test.each<[string, Partial<VerificationRequest>, Partial<typeof caller>, string]>([
    ['no officer', { officer: '' }, {}, 'MaCanBo'],
    ['an officer of 21 characters', { officer: 'x'.repeat(21) }, {}, 'MaCanBo'],
    ['a number of 11 digits', { number: '01316000017' }, {}, 'SoDinhDanh'],
    ['an old number of 8 digits', { oldNumber: '01234567' }, {}, 'SoCMND'],
    ['no name', { fullName: '' }, {}, 'HoVaTen'],
    ['a name of 101 characters', { fullName: 'Ơ'.repeat(101) }, {}, 'HoVaTen'],
    ['no procedure', {}, { procedure: '' }, 'MaDVC'],
    ['an integration code of 21 characters', {}, { integration: '1'.repeat(21) }, 'MaTichHop'],
    ['an organisation of 36 characters', {}, { organisation: 'H'.repeat(36) }, 'MaDonVi'],
  ])('%s is refused and named', (_, change, other, member) => {
    const write = () => ndxpEnvelope(requestAt(1, change), { ...caller, ...other })
    expect(write).toThrow()
    try {
      write()
    } catch (caught) {
      const { code, path } = caught as InputError
      expect([code, path]).toEqual(['identity.ndxp.member', [member]])
    }
  })
})

describe('ndxpVerifier', () => {
  test.each<[string, unknown, object]>([
    ['the same person', wrapped(registered), { outcome: 'match', mismatched: [] }],
    ['a list of one', wrapped([registered]), { outcome: 'match' }],
    [
      'a name in three parts, one of them missing',
      wrapped({ ...registered, HoVaTen: { Ho: 'LÊ', Ten: 'THỊ THỬ' } }),
      { outcome: 'match' },
    ],
    ['without a wrapper', { error_code: '0', data: registered }, { outcome: 'match' }],
    [
      'another name',
      wrapped({ ...registered, HoVaTen: { Ho: 'LÊ', ChuDem: 'THỊ', Ten: 'KHÁC' } }),
      { outcome: 'mismatch', mismatched: ['name'] },
    ],
    [
      'another birth date and sex',
      wrapped({ ...registered, NgayThangNamSinh: '2016-05-02', GioiTinh: '1' }),
      { outcome: 'mismatch', mismatched: ['birth-date', 'sex'] },
    ],
    [
      'a year only',
      wrapped({ ...registered, NgayThangNamSinh: '2016' }),
      { outcome: 'unverifiable' },
    ],
    [
      'no birth date',
      wrapped({ ...registered, NgayThangNamSinh: undefined }),
      { outcome: 'unverifiable' },
    ],
    ['no sex', wrapped({ ...registered, GioiTinh: undefined }), { outcome: 'unverifiable' }],
    [
      'a sex of no known code',
      wrapped({ ...registered, GioiTinh: 9 }),
      { outcome: 'unverifiable' },
    ],
    ['nobody', wrapped(null, 1), { outcome: 'not-found', mismatched: [] }],
    ['nobody, as an empty object', wrapped({}, '1'), { outcome: 'not-found' }],
  ])('judges %s', async (_, answer, result) => {
    const { verifier } = service(answer)
    const given = await verifier.verify(requestAt(1))
    expect(given).toMatchObject({ id: idAt(1), at: '2022-04-14T02:00:00.000Z', ...result })
    expect(Object.keys(given).sort()).toEqual(['at', 'id', 'mismatched', 'outcome', 'source'])
    expect(JSON.stringify(given)).not.toContain('0013')
  })

  test('somebody found by the old number under another new one is a mismatch of the number', async () => {
    const { verifier } = service(wrapped({ ...registered, SoDinhDanh: '001316000099' }))
    const given = await verifier.verify(requestAt(1, { oldNumber: '012345678' }))
    expect(given).toMatchObject({ outcome: 'mismatch', mismatched: ['number'] })
  })

  test.each<[string, unknown, string]>([
    ['a code that nobody named', wrapped(registered, 7), 'identity.ndxp.unknown-code'],
    [
      'a wrapper code that nobody named',
      wrapped(registered, 0, '299'),
      'identity.ndxp.unknown-code',
    ],
    ['no code', { data: registered }, 'identity.ndxp.unknown-code'],
    ['nothing', undefined, 'identity.ndxp.unknown-code'],
    ['a bare true', true, 'identity.ndxp.unknown-code'],
    ['found, and nobody there', wrapped(null), 'identity.ndxp.answer'],
    ['not found, and somebody there', wrapped(registered, 1), 'identity.ndxp.answer'],
    ['two persons', wrapped([registered, registered]), 'identity.ndxp.count'],
    ['an empty list', wrapped([]), 'identity.ndxp.count'],
    [
      'another person',
      wrapped({ ...registered, SoDinhDanh: '001316000099' }),
      'identity.ndxp.other-person',
    ],
    [
      'a person without a number',
      wrapped({ ...registered, SoDinhDanh: undefined }),
      'identity.ndxp.other-person',
    ],
    [
      'a name in one piece',
      wrapped({ ...registered, HoVaTen: 'LÊ THỊ THỬ' }),
      'identity.ndxp.answer',
    ],
    [
      'a birth date of another form',
      wrapped({ ...registered, NgayThangNamSinh: '01/05/2016' }),
      'identity.ndxp.answer',
    ],
    [
      'an answer to another question',
      { ...wrapped(registered), response: { MaYeuCau: idAt(2), error_code: 0, data: registered } },
      'identity.verification.foreign-answer',
    ],
  ])('%s is an error and never a match', async (_, answer, code) => {
    const { verifier } = service(answer)
    expect(await codeOf(verifier.verify(requestAt(1)))).toBe(code)
  })

  const expired = wrapped(null, '401')

  test.each<[string, unknown[], string, boolean[]]>([
    ['once', [expired, wrapped(registered)], 'nothing was thrown', [false, true]],
    ['twice', [expired, expired], 'identity.ndxp.token', [false, true]],
    ['never', [wrapped(registered)], 'nothing was thrown', [false]],
  ])('a token that expired in the body %s', async (_, answers, code, fresh) => {
    const { sent, verifier } = service(...answers)
    expect(await codeOf(verifier.verify(requestAt(1)))).toBe(code)
    expect(sent.map(({ freshToken }) => freshToken)).toEqual(fresh)
  })

  test('the evidence of consent goes with every question', async () => {
    const { sent, verifier } = service(expired, wrapped(registered))
    await verifier.verify(requestAt(1))
    expect(sent.map(({ consent }) => consent)).toEqual([requestAt(1).consent, requestAt(1).consent])
  })

  test('many are asked one by one, and a journal knows each', async () => {
    const journal = memoryJournal()
    const list = [requestAt(1), requestAt(2), requestAt(3)]
    const first = service(wrapped(registered), wrapped(registered, 7))
    expect(await codeOf(first.verifier.verifyMany(list, { journal }))).toBe(
      'identity.ndxp.unknown-code',
    )
    const second = service(wrapped(registered))
    const answers = await second.verifier.verifyMany(list, { journal })
    expect(answers.map(({ id }) => id)).toEqual(list.map(({ id }) => id))
    expect(second.sent).toHaveLength(2)
    expect(JSON.stringify(await journal.read())).not.toContain('0013')
  })
})

test('ndxpOverHttp sends the envelope under its id, with the consent where the contract wants it', async () => {
  const requests: Request[] = []
  const bodies: string[] = []
  const http = createHttp({
    baseUrl: 'https://hub.example.vn',
    fetch: async (request: Request) => {
      requests.push(request)
      bodies.push(await request.text())
      return Response.json(wrapped(registered))
    },
  })
  const send = ndxpOverHttp(http, '/population', ({ form, by }) => ({
    'x-consent': `${form} ${by}`,
  }))
  const verifier = ndxpVerifier({ caller, codes, send })
  expect((await verifier.verify(requestAt(1))).outcome).toBe('match')
  expect(bodies).toEqual([JSON.stringify(ndxpEnvelope(requestAt(1), caller))])
  expect(requests[0]?.headers.get('idempotency-key')).toBe(idAt(1))
  expect(requests[0]?.headers.get('x-consent')).toBe('paper mother')
})
