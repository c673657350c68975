import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { decideFeedbackSchema } from './feedback.js'
import { issuesFromZod } from '../issues-from-zod.js'
import {
  consentEvidenceSchema,
  verificationBatchRequestSchema,
  verificationRequestSchema,
} from './identity.js'
import { pageSchema, problemSchema } from './problem.js'
import { answerChallengeSchema, logInSchema, roleSchema } from './session.js'
import {
  minutesSchema,
  receiptSchema,
  sealedRecordSchema,
  signedRecordSchema,
} from './submission.js'

const id = '01802361-8400-7000-8000-000000000001'
const at = '2022-04-14T09:00:00+07:00'
const hash = 'ab'.repeat(32)
const signed = { format: 'signed-record/1', recordId: id, facility: '01234', jws: 'a.b.c' }
const minutes = {
  format: 'minutes/1',
  id,
  facility: '01234',
  date: '2022-04-14',
  ledBy: { role: 'facility-head', fullName: 'Lê Văn Đầu' },
  parties: [{ role: 'police', fullName: 'Phạm Văn An' }],
  records: [{ recordId: id, hash }],
  concludedAt: at,
}
const proof = { format: 'seal-proof/1', seal: hash, recordId: id, index: 0, hashes: [hash] }
const daySeal = { format: 'day-seal/1', facility: '01234', date: '2022-04-14', jws: 'a.b.c' }
const sealed = {
  format: 'sealed-record/1',
  recordId: id,
  facility: '01234',
  record: '{}',
  proof,
  seal: daySeal,
}
const stamped = { payload: 'b', protected: 'a', header: { etsiU: ['t'] }, signature: 'c' }
const { header: _header, ...unstamped } = stamped
const { payload: _payload, ...detached } = stamped
const spoiltJws = [
  unstamped,
  detached,
  { ...stamped, signatures: [] },
  { ...stamped, payload: '' },
  { ...stamped, signature: 'c=' },
  { ...stamped, header: {} },
  { ...stamped, header: { etsiU: ['t'], kid: 'x' } },
  { ...stamped, header: { etsiU: [] } },
  { ...stamped, header: { etsiU: ['t', 't'] } },
  { ...stamped, header: { etsiU: [{ sigTst: {} }] } },
  { ...stamped, header: { etsiU: ['a.b'] } },
]
const consent = { form: 'paper', reference: 'P-1', at, by: 'mother' }
const verification = {
  id,
  number: '001315000001',
  fullName: 'Nguyễn Thị Bông',
  birthDate: '2015',
  sex: 'female',
  purpose: 'vaccination-record',
  officer: 'staff-1',
  consent,
}
const batch = (length: number) => ({ id, requests: Array.from({ length }, () => verification) })

test.each([
  ['two parts', 'a.b', 'schema.jws', ['jws']],
  ['no text and no object', 1, 'schema.jws', ['jws']],
  ['no header', unstamped, 'schema.jws', ['jws']],
  ['padding', { ...stamped, signature: 'c=' }, 'schema.jws', ['jws', 'signature']],
  ['another member', { ...stamped, signatures: [] }, 'schema.unexpected', ['jws']],
])('a JWS with %s is named by what is wrong with it', (_, jws, code, path) => {
  const { error } = signedRecordSchema.safeParse({ ...signed, jws })
  expect(error === undefined ? [] : issuesFromZod(error)).toMatchObject([{ code, path }])
})

describe('the wire formats', () => {
  test.each<[string, z.ZodType, unknown, boolean]>([
    ['a signed record', signedRecordSchema, signed, true],
    ['a signed record of two parts', signedRecordSchema, { ...signed, jws: 'a.b' }, false],
    ['a signed record with padding', signedRecordSchema, { ...signed, jws: 'a=.b.c' }, false],
    ['a signed record with a timestamp', signedRecordSchema, { ...signed, jws: stamped }, true],
    ...spoiltJws.map((jws): [string, z.ZodType, unknown, boolean] => [
      'a signed record with a JWS that is in neither form',
      signedRecordSchema,
      { ...signed, jws },
      false,
    ]),
    ['a sealed record', sealedRecordSchema, sealed, true],
    [
      'a sealed record with a timestamp on the seal',
      sealedRecordSchema,
      { ...sealed, seal: { ...daySeal, jws: stamped } },
      true,
    ],
    [
      'a sealed record with another header on the seal',
      sealedRecordSchema,
      { ...sealed, seal: { ...daySeal, jws: { ...stamped, header: { kid: 'x' } } } },
      false,
    ],
    ['a sealed record without its proof', sealedRecordSchema, { ...sealed, proof: {} }, false],
    [
      'a sealed record with a proof deeper than any tree',
      sealedRecordSchema,
      { ...sealed, proof: { ...proof, hashes: Array(54).fill(hash) } },
      false,
    ],
    ['a receipt', receiptSchema, { recordId: id, serverId: id, receivedAt: at, hash }, true],
    ['minutes', minutesSchema, minutes, true],
    ['minutes of nobody', minutesSchema, { ...minutes, parties: [] }, false],
    ['minutes about nothing', minutesSchema, { ...minutes, records: [] }, false],
    [
      'minutes led by a clerk',
      minutesSchema,
      { ...minutes, ledBy: { ...minutes.ledBy, role: 'clerk' } },
      false,
    ],
    ['a question to the register', verificationRequestSchema, verification, true],
    [
      'a question without consent',
      verificationRequestSchema,
      { ...verification, consent: undefined },
      false,
    ],
    ['a batch of none', verificationBatchRequestSchema, batch(0), false],
    ['a batch of 1000', verificationBatchRequestSchema, batch(1000), true],
    ['a batch of 1001', verificationBatchRequestSchema, batch(1001), false],
    ['consent by text message', consentEvidenceSchema, { ...consent, form: 'sms' }, true],
    ['consent by nobody', consentEvidenceSchema, { ...consent, by: undefined }, false],
    ['consent by a neighbour', consentEvidenceSchema, { ...consent, by: 'neighbour' }, false],
    ['consent that was said', consentEvidenceSchema, { ...consent, form: 'spoken' }, false],
    ['a one-time code', answerChallengeSchema, { code: '012345' }, true],
    ['a code of five digits', answerChallengeSchema, { code: '12345' }, false],
    ['a short password', logInSchema, { account: 'a', password: 'short' }, false],
    ['a role', roleSchema, 'commune-police', true],
    ['a role that is none', roleSchema, 'admin', false],
    [
      'a rejection with its reason',
      decideFeedbackSchema,
      { revision: 1, decision: { outcome: 'rejected', reason: 'birth-date-differs' } },
      true,
    ],
    [
      'a rejection without a reason',
      decideFeedbackSchema,
      { revision: 1, decision: { outcome: 'rejected' } },
      false,
    ],
    ['a page', pageSchema(z.string()), { items: ['a'], next: 'x' }, true],
    ['a page of something else', pageSchema(z.string()), { items: [1] }, false],
    [
      'a problem with members of its own',
      problemSchema,
      { type: 'about:blank', title: 'x', status: 409, code: 'x', more: true },
      true,
    ],
    ['a problem without code', problemSchema, { type: 'x', title: 'x', status: 409 }, false],
  ])('%s: %#', (_, schema, value, expected) => {
    expect(schema.safeParse(value).success).toBe(expected)
  })
})
