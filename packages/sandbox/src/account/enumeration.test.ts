/** Nobody learns from an answer, or from the work behind it, who has an account and what is reported. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Queryable } from '../database/database.js'
import type { Sandbox } from '../sandbox.js'
import {
  ask,
  feedbackRequest,
  newId,
  receivedFeedback,
  startSandbox,
} from '../test-platform.fixture.js'
import { movableClock, type SandboxWorld, sandboxWorld } from '../world.js'
import { checkPassword } from './accounts.js'
import { tryCode } from './one-time-code.js'

/** A world that counts what costs time in it. */
function countingWorld(): { world: SandboxWorld; work: () => string } {
  const world = sandboxWorld(movableClock())
  const done: string[] = []
  const counted: SandboxWorld = {
    ...world,
    hash: (text) => {
      done.push('hash')
      return world.hash(text)
    },
    hashPassword: (password, salt) => {
      done.push('hashPassword')
      return world.hashPassword(password, salt)
    },
    same: (left, right) => {
      done.push(`same ${left.length} ${right.length}`)
      return world.same(left, right)
    },
  }
  return { world: counted, work: () => done.join(', ') }
}

const answering = (rows: readonly object[]): Queryable & { asked: () => number } => {
  let asked = 0
  return {
    query: <Row extends object>() => {
      asked += 1
      return Promise.resolve(rows as readonly Row[])
    },
    asked: () => asked,
  }
}

/** The work of something, with a thing that is there and with none. */
async function workOf(
  rows: readonly object[],
  act: (world: SandboxWorld, database: Queryable) => Promise<unknown>,
) {
  const { world, work } = countingWorld()
  const database = answering(rows)
  const result = await act(world, database)
  return { result, work: work(), asked: database.asked() }
}

describe('the same work', () => {
  const account = {
    phone: '0800000001',
    password_salt: 'salt',
    password_hash: sandboxWorld(movableClock()).hashPassword('right-password', 'salt'),
  }

  test('for a wrong password and for a name that nobody has', async () => {
    const check = (world: SandboxWorld, database: Queryable) =>
      checkPassword(database, world, 'staff.01234', 'wrong-password')
    const wrong = await workOf([account], check)
    const unknown = await workOf([], check)
    expect(unknown).toEqual(wrong)
    expect(wrong.result).toBeUndefined()
    expect(wrong.work).toContain('hashPassword')
  })

  test('for a wrong code and for a thing that has none', async () => {
    const id = newId()
    const hash = sandboxWorld(movableClock()).hash(`${id}123456`)
    const attempt = (world: SandboxWorld, database: Queryable) =>
      tryCode({ world }, database, id, '000000')
    const wrong = await workOf([{ code_hash: hash }], attempt)
    const unknown = await workOf([], attempt)
    expect(wrong.result).toBe(false)
    expect(unknown).toEqual(wrong)
  })
})

describe('the same answer', () => {
  let sandbox: Sandbox
  let item: Readonly<Record<string, unknown>>
  beforeAll(async () => {
    sandbox = await startSandbox()
    item = await receivedFeedback(sandbox, feedbackRequest())
  })
  afterAll(() => sandbox.close())

  /** All of an answer but what differs in every answer. */
  const shown = ({ status, body }: Awaited<ReturnType<typeof ask>>) => {
    const { requestId: _, ...rest } = body
    return { status, rest }
  }

  test('for a wrong password and a name that nobody has', async () => {
    const names = ['staff.01234', 'staff.99999']
    const [wrong, unknown] = await Promise.all(
      names.map((account) =>
        ask(sandbox, 'POST', '/v1/sessions', { body: { account, password: 'wrong-password' } }),
      ),
    )
    expect(wrong?.status).toBe(401)
    expect(unknown && shown(unknown)).toEqual(wrong && shown(wrong))
  })

  test('for a wrong reference, a wrong phone and an item that is not there', async () => {
    const right = [String(item['id']), String(item['reference']), '0912345678'] as const
    const wrong = [
      [right[0], 'AAAA-AAAA-AAAA', right[2]],
      [right[0], right[1], '0912345679'],
      [newId(), right[1], right[2]],
    ]
    const follow = ([id = '', reference, phone]: readonly string[]) =>
      ask(sandbox, 'GET', `/v1/feedback/${id}`, {
        headers: { 'x-feedback-reference': reference, 'x-feedback-phone': phone },
      })
    expect((await follow(right)).status).toBe(200)
    const answers = (await Promise.all(wrong.map(follow))).map((one) => JSON.stringify(shown(one)))
    expect(new Set(answers).size).toBe(1)
  })

  test('for a wrong reference and a wrong phone, where the id is not at hand', async () => {
    const find = (reference: string, phone: string) =>
      ask(sandbox, 'GET', '/v1/feedback/own', {
        headers: { 'x-feedback-reference': reference, 'x-feedback-phone': phone },
      })
    const right = String(item['reference'])
    const found = await find(right, '0912345678')
    expect([found.status, found.body['id']]).toEqual([200, item['id']])
    const [wrong, other] = await Promise.all([
      find('AAAA-AAAA-AAAA', '0912345678'),
      find(right, '0912345679'),
    ])
    expect(wrong.status).toBe(404)
    expect(shown(other)).toEqual(shown(wrong))
  })

  test('for a wrong code of an item, of one that is confirmed, and of none', async () => {
    const open = feedbackRequest({ id: newId() })
    await ask(sandbox, 'PUT', `/v1/feedback/${open.id}`, { body: open })
    const codes = (await sandbox.messages({ phone: '0912345678' })).map(({ text }) => text)
    const code = ['111111', '222222', '333333'].find(
      (one) => !codes.some((text) => text.includes(one)),
    )
    const ids = [open.id, String(item['id']), newId()]
    const answers = await Promise.all(
      ids.map((id) => ask(sandbox, 'POST', `/v1/feedback/${id}/confirmation`, { body: { code } })),
    )
    expect(new Set(answers.map((one) => JSON.stringify(shown(one)))).size).toBe(1)
    expect(answers[0]?.body['code']).toBe('platform.code')
  })
})
