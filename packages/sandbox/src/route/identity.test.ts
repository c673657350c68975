import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defaultPeople } from '../registry/default-people.js'
import type { Sandbox } from '../sandbox.js'
import { ask, child, logIn, newId, startSandbox } from '../test-platform.fixture.js'

let sandbox: Sandbox
let staff: string
let police: string
beforeAll(async () => {
  sandbox = await startSandbox()
  staff = await logIn(sandbox, 'staff.01234')
  police = await logIn(sandbox, 'police.00001')
}, 60_000)
afterAll(() => sandbox.close())

const consent = { form: 'paper', reference: 'P-1', at: '2022-05-20T01:00:00Z', by: 'mother' }
const question = (claim: object = {}) => ({
  id: newId(),
  ...child,
  purpose: 'vaccination-record',
  officer: 'staff-1',
  consent,
  ...claim,
})
const verify = (body: object) =>
  ask(sandbox, 'POST', '/v1/identity/verifications', { token: staff, body })

const mother = {
  number: '096190900044',
  fullName: 'Phạm Thị Mẫu Bốn',
  birthDate: '1990-01-31',
  sex: 'female',
}
const toddler = { fullName: 'Lê Ngọc Mẫu Ba', sex: 'female', number: '096315900033' }
const unsure = {
  number: '096216900055',
  fullName: 'Võ Văn Mẫu Năm',
  birthDate: '2016-07-15',
  sex: 'male',
}

describe('the population register', () => {
  test('has people of its own, all of them invented', async () => {
    for (const { number, fullName, birthDate, sex, unverifiable } of defaultPeople) {
      const { body } = await verify(question({ number, fullName, birthDate, sex }))
      expect(body['outcome']).toBe(unverifiable === true ? 'unverifiable' : 'match')
      expect(fullName).toContain('Mẫu')
    }
  })

  test.each([
    ['as registered', {}, 'match', []],
    ['in capitals', { fullName: 'NGUYỄN THỊ MẪU' }, 'match', []],
    ['without diacritics', { fullName: 'Nguyen Thi Mau' }, 'mismatch', ['name']],
    ['one accent off', { fullName: 'Nguyễn Thị Mầu' }, 'mismatch', ['name']],
    ['words in another order', { fullName: 'Thị Mẫu Nguyễn' }, 'mismatch', ['name']],
    ['a day off', { birthDate: '2014-09-03' }, 'mismatch', ['birth-date']],
    ['the year alone', { birthDate: '2014' }, 'mismatch', ['birth-date']],
    [
      'all but the number',
      { fullName: 'A', birthDate: '2013', sex: 'male' },
      'mismatch',
      ['name', 'birth-date', 'sex'],
    ],
    ['a number of nobody', { number: '001314999999' }, 'not-found', []],
    ['the year, where only it is known', { ...toddler, birthDate: '2015' }, 'match', []],
    [
      'a day, where only the year is known',
      { ...toddler, birthDate: '2015-01-01' },
      'mismatch',
      ['birth-date'],
    ],
    ['somebody whom it cannot decide on', unsure, 'unverifiable', []],
    ['whom it cannot decide on, and wrong', { ...unsure, sex: 'female' }, 'unverifiable', []],
    ['new and old number', { ...mother, oldNumber: '380900044' }, 'match', []],
    [
      'an old number and a made-up new one',
      { ...mother, number: '096190999999', oldNumber: '380900044' },
      'mismatch',
      ['number'],
    ],
    [
      'an old number of nobody beside the right one',
      { ...mother, oldNumber: '380999999' },
      'match',
      [],
    ],
    ['the old number of another person', { oldNumber: '380900044' }, 'match', []],
  ] as const)('compares exactly: %s', async (_, claim, outcome, mismatched) => {
    const { body } = await verify(question(claim))
    expect(body).toMatchObject({ outcome, mismatched })
  })

  test('has a name in either form of Unicode; on the wire it is composed', async () => {
    const number = '096314900066'
    const decomposed = child.fullName.normalize('NFD')
    expect(decomposed).not.toBe(child.fullName)
    await sandbox.addPeople([{ ...child, number, fullName: decomposed }])
    expect((await verify(question({ number }))).body['outcome']).toBe('match')
    const refused = await verify(question({ number, fullName: decomposed }))
    expect(refused.body['issues']).toMatchObject([{ path: ['body', 'fullName'] }])
  })

  test('answers once: another question under a known id is a conflict', async () => {
    const first = question()
    const answer = await verify(first)
    sandbox.setClock(new Date('2022-05-20T02:00:00Z'))
    expect((await verify(first)).body).toEqual(answer.body)
    sandbox.setClock(new Date('2022-05-20T01:00:00Z'))
    expect((await verify({ ...first, sex: 'male' })).body['code']).toBe('platform.conflict')
  })

  test('is nowhere answered by our own matcher', async () => {
    const files = await readdir(import.meta.dirname + '/..', { recursive: true })
    const sources = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    const texts = await Promise.all(
      sources.map((file) => readFile(join(import.meta.dirname, '..', file), 'utf8')),
    )
    expect(sources.length).toBeGreaterThan(30)
    expect(texts.filter((text) => /from '@tiemchung\/identity/.test(text))).toEqual([])
  })
})

describe('a batch', () => {
  test('is for the account that sent it, and under its id there is one', async () => {
    const body = { id: newId(), requests: [question(), question({ sex: 'male' })] }
    const send = (sent: object, token = staff) =>
      ask(sandbox, 'POST', '/v1/identity/batches', { token, body: sent })
    expect((await send(body)).status).toBe(202)
    expect((await send(body)).status).toBe(202)
    expect((await send({ ...body, requests: [question()] })).status).toBe(409)
    const head = await logIn(sandbox, 'head.01234')
    expect((await send(body, head)).status).toBe(409)
    const path = `/v1/identity/batches/${body.id}`
    expect((await ask(sandbox, 'GET', path, { token: head })).status).toBe(404)
    await ask(sandbox, 'GET', path, { token: staff })
    const done = await ask(sandbox, 'GET', path, { token: staff })
    const outcomes = (done.body['results'] as { outcome: string }[]).map(({ outcome }) => outcome)
    expect(outcomes).toEqual(['match', 'mismatch'])
  })
})

describe('an answer', () => {
  test.each([
    ['a moment before its end', '2022-06-19T00:59:59Z', 200],
    ['at its end', '2022-06-19T01:00:01Z', 410],
  ])('%s', async (_, now, status) => {
    const one = question()
    const batch = { id: newId(), requests: [question()] }
    const path = `/v1/identity/batches/${batch.id}`
    sandbox.setClock(new Date('2022-05-20T01:00:00Z'))
    expect((await verify(one)).status).toBe(200)
    await ask(sandbox, 'POST', '/v1/identity/batches', { token: staff, body: batch })
    await ask(sandbox, 'GET', path, { token: staff })
    expect((await ask(sandbox, 'GET', path, { token: staff })).body['state']).toBe('done')
    sandbox.setClock(new Date(now))
    const token = await logIn(sandbox, 'staff.01234')
    const again = [
      await ask(sandbox, 'POST', '/v1/identity/verifications', { token, body: one }),
      await ask(sandbox, 'GET', path, { token }),
    ]
    expect(again.map((answer) => answer.status)).toEqual([status, status])
    const code = status === 410 ? 'platform.lapsed' : undefined
    expect(again.map(({ body }) => body['code'])).toEqual([code, code])
    const anew = await ask(sandbox, 'POST', '/v1/identity/verifications', {
      token,
      body: question(),
    })
    expect(anew.body['outcome']).toBe('match')
    sandbox.setClock(new Date('2022-05-20T01:00:00Z'))
  })
})

describe('a correction', () => {
  const correct = (body: { id: string } & Record<string, unknown>, path = body.id) =>
    ask(sandbox, 'PUT', `/v1/register/corrections/${path}`, { token: police, body })

  test('changes what it names, makes the person verifiable, and is made once', async () => {
    const right = { ...unsure, sex: 'female' }
    const body = { id: newId(), number: unsure.number, sex: 'female', officer: 'police.00001' }
    const first = await correct(body)
    expect(first.status).toBe(200)
    expect((await verify(question(right))).body['outcome']).toBe('match')
    const back = { ...body, id: newId(), sex: 'male', fullName: 'Võ Văn Mẫu Sáu' }
    expect((await correct(back)).status).toBe(200)
    expect((await correct(body)).body).toEqual(first.body)
    const named = { ...unsure, fullName: 'Võ Văn Mẫu Sáu' }
    expect((await verify(question(named))).body['outcome']).toBe('match')
    expect((await correct({ ...body, sex: 'male' })).body['code']).toBe('platform.conflict')
  })

  test('of nobody, or under another id, is refused', async () => {
    const body = { id: newId(), number: '096214000001', sex: 'male', officer: 'police.00001' }
    expect((await correct(body)).status).toBe(404)
    expect((await correct(body, newId())).body['code']).toBe('platform.id-mismatch')
  })
})
