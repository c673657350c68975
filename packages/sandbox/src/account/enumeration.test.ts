/** Nobody learns from an answer, or from the work behind it, who has an account and what is reported. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database, Queryable } from '../database/database.js'
import type { Sandbox } from '../sandbox.js'
import {
  type Answer,
  ask,
  feedbackRequest,
  newId,
  receivedFeedback,
  startOpened,
} from '../test-platform.fixture.js'
import type { SandboxWorld } from '../world.js'

/** What costs time on the way to an answer: hashes, comparisons, and questions to the database. */
const done: string[] = []

/** Counts the work of a world and of a database. */
function counted(database: Database, world: SandboxWorld): [Database, SandboxWorld] {
  const counting = (inner: Queryable): Queryable => ({
    query: (sql, values) => {
      done.push(`query ${sql.trim().split(/\s+/).slice(0, 4).join(' ')}`)
      return inner.query(sql, values)
    },
  })
  return [
    {
      ...database,
      ...counting(database),
      transaction: (run) => database.transaction((inside) => run(counting(inside))),
    },
    {
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
    },
  ]
}

let sandbox: Sandbox
let item: Answer['body']
beforeAll(async () => {
  ;({ sandbox } = await startOpened({ passwordLimit: { tries: 3 } }, counted))
  item = await receivedFeedback(sandbox, feedbackRequest())
}, 60_000)
afterAll(() => sandbox.close())

/** All of an answer but what differs in every answer, and the work that it took. */
async function seenOf(asking: () => Promise<Answer>): Promise<string> {
  done.length = 0
  const { status, body, headers } = await asking()
  const { requestId: _, ...rest } = body
  const wait = headers.get('retry-after')
  return JSON.stringify({ status, rest, wait: wait !== null, work: done })
}

async function seen(askings: readonly (() => Promise<Answer>)[]): Promise<readonly string[]> {
  const all: string[] = []
  for (const asking of askings) all.push(await seenOf(asking))
  return all
}

describe('the same answer after the same work', () => {
  const logIn = (account: string) => () =>
    ask(sandbox, 'POST', '/v1/sessions', { body: { account, password: 'wrong-password' } })

  test('for a wrong password and for a name that nobody has, until there were too many', async () => {
    for (const code of ['platform.log-in', 'platform.log-in', 'platform.log-in', 'too-many']) {
      const [wrong, unknown] = await seen([logIn('staff.01234'), logIn('staff.99999')])
      expect(wrong).toContain(code)
      expect(unknown).toBe(wrong)
    }
  })

  test('for a wrong reference and a wrong phone, where the id is not at hand', async () => {
    const find = (reference: string, phone: string) => () =>
      ask(sandbox, 'GET', '/v1/feedback/own', {
        headers: { 'x-feedback-reference': reference, 'x-feedback-phone': phone },
      })
    const right = String(item['reference'])
    const found = await find(right, '0912345678')()
    expect([found.status, found.body['id']]).toEqual([200, item['id']])
    const wrong = [find('AAAA-AAAA-AAAA', '0912345678'), find(right, '0912345679'), find('', '')]
    const all = await seen(wrong)
    expect(new Set(all).size).toBe(1)
    expect(all[0]).toContain('platform.not-found')
  })

  test('for a wrong code of an item, of one that is confirmed, and of none', async () => {
    const open = feedbackRequest({ id: newId() })
    await ask(sandbox, 'PUT', `/v1/feedback/${open.id}`, { body: open })
    const codes = (await sandbox.messages({ phone: '0912345678' })).map(({ text }) => text)
    const code = ['111111', '222222', '333333'].find(
      (one) => !codes.some((text) => text.includes(one)),
    )
    const ids = [open.id, String(item['id']), newId()]
    const all = await seen(
      ids.map(
        (id) => () => ask(sandbox, 'POST', `/v1/feedback/${id}/confirmation`, { body: { code } }),
      ),
    )
    expect(new Set(all).size).toBe(1)
    expect(all[0]).toContain('platform.code')
  })

  const wrong = (): readonly (readonly [string, string, string])[] => {
    const [id, reference] = [String(item['id']), String(item['reference'])]
    return [
      [id, 'AAAA-AAAA-AAAA', '0912345678'],
      [id, reference, '0912345679'],
      [id, '', ''],
      [newId(), reference, '0912345678'],
    ]
  }

  test.each([
    ['follow', 'GET', '', undefined],
    ['supplement', 'POST', '/supplements', { note: 'x' }],
    ['withdraw', 'POST', '/withdrawal', undefined],
    ['have a code sent', 'POST', '/code', undefined],
    ['see a file', 'GET', `/evidence/${newId()}`, undefined],
    ['see an upload', 'GET', `/evidence/${newId()}/upload`, undefined],
    ['attach', 'PUT', `/evidence/${newId()}`, {}],
  ])('to %s with a wrong reference, a wrong phone, none, or no item', async (...row) => {
    const [, method, verb, body] = row
    const all = await seen(
      wrong().map(([id, reference, phone]) => () => {
        const headers = { 'x-feedback-reference': reference, 'x-feedback-phone': phone }
        const path = `/v1/feedback/${id}${verb}`
        return ask(sandbox, method, path, { headers, ...(body && { body }) })
      }),
    )
    expect(new Set(all).size).toBe(1)
    expect(all[0]).toContain('platform.not-found')
  })
})
