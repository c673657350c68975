/** What only a server can do: go away, make transactions collide, have two processes start at once. */
import { connect, createServer, type Server, type Socket } from 'node:net'
import process from 'node:process'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createSandbox } from '../create-sandbox.js'
import { freshOnServer } from '../test-database.fixture.js'
import { ask, logIn, morning } from '../test-platform.fixture.js'
import { type Database, DatabaseError, one } from './database.js'
import { openPostgres } from './postgres.js'

const server = process.env['DATABASE_URL'] ?? ''
let url = ''
let drop = () => Promise.resolve()

beforeAll(async () => {
  if (server === '') return
  const fresh = await freshOnServer(server)
  url = fresh.url
  drop = () => fresh.drop()
})
afterAll(() => drop())
beforeEach((context) => {
  context.skip(server === '', 'DATABASE_URL names no PostgreSQL server')
})

const noSleep = () => Promise.resolve()

/** A way to the server that can be broken off and opened again. */
async function openGate(): Promise<{ url: string; shut(): Promise<void>; open(): Promise<void> }> {
  const target = new URL(url)
  const sockets = new Set<Socket>()
  const gate = createServer((socket) => {
    const behind = connect(Number(target.port), target.hostname)
    for (const end of [socket, behind]) {
      sockets.add(end)
      end.on('error', () => undefined)
      end.on('close', () => sockets.delete(end))
    }
    socket.pipe(behind).pipe(socket)
  })
  const listenOn = (port: number): Promise<Server> =>
    new Promise((resolve) => gate.listen(port, '127.0.0.1', () => resolve(gate)))
  await listenOn(0)
  const { port } = gate.address() as { port: number }
  const through = new URL(url)
  through.host = `127.0.0.1:${port}`
  return {
    url: through.href,
    open: async () => {
      await listenOn(port)
    },
    shut: () =>
      new Promise((resolve) => {
        gate.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

describe('openPostgres', () => {
  test('transactions that collide are run again until each has had its turn', async () => {
    const databases = [openPostgres(url, noSleep), openPostgres(url, noSleep)] as const
    const [database] = databases
    await database.query('create table counter (id int primary key, value int not null)')
    await database.query('insert into counter values (1, 0)')
    let runs = 0
    const add = (through: Database) =>
      through.transaction(async (inside) => {
        runs += 1
        const row = await one<{ value: number }>(inside, 'select value from counter')
        await inside.query('select pg_sleep(0.02)')
        await inside.query('update counter set value = $1', [(row?.value ?? 0) + 1])
      })
    await Promise.all(databases.flatMap((each) => [add(each), add(each), add(each)]))
    expect(await one(database, 'select value from counter')).toEqual({ value: 6 })
    expect(runs).toBeGreaterThan(6)
    await Promise.all(databases.map((each) => each.close()))
  })

  test('transactions of one process take turns, so that none is run twice; one that fails holds nobody up', async () => {
    const database = openPostgres(url, noSleep)
    await database.query('create table tally (id int primary key, value int not null)')
    await database.query('insert into tally values (1, 0)')
    let runs = 0
    const add = () =>
      database.transaction(async (inside) => {
        runs += 1
        const row = await one<{ value: number }>(inside, 'select value from tally')
        await inside.query('update tally set value = $1', [(row?.value ?? 0) + 1])
      })
    const failing = database.transaction((inside) => inside.query('select nonsense'))
    const all = [failing, ...Array.from({ length: 6 }, add)]
    const ends = await Promise.allSettled(all)
    expect(ends.map(({ status }) => status)).toEqual(['rejected', ...Array(6).fill('fulfilled')])
    expect([runs, await one(database, 'select value from tally')]).toEqual([6, { value: 6 }])
    await database.close()
  })

  test('a transaction that never gets its turn ends as a server that is away, after longer and longer waits', async () => {
    const waits: number[] = []
    const database = openPostgres(url, (milliseconds) => {
      waits.push(milliseconds)
      return Promise.resolve()
    })
    const collides = database.transaction((inside) =>
      inside.query("do $$ begin raise exception using errcode = '40001'; end $$"),
    )
    await expect(collides).rejects.toMatchObject({ code: 'sandbox.database.unreachable' })
    expect(waits).toHaveLength(19)
    expect(waits.slice(0, 3)).toEqual([2, 4, 8])
    await database.close()
  })

  test('a statement that is refused is no server that is away, and nothing of its transaction is kept', async () => {
    const database = openPostgres(url, noSleep)
    await database.query('create table once (id int primary key)')
    const twice = database.transaction(async (inside) => {
      await inside.query('insert into once values (1)')
      await inside.query('insert into once values (1)')
    })
    await expect(twice).rejects.toMatchObject({ code: '23505' })
    await expect(database.query('select nonsense')).rejects.toMatchObject({ code: '42703' })
    expect(await database.query('select id from once')).toEqual([])
    await database.close()
  })

  test('what runs alone never overlaps, in whichever process', async () => {
    const databases = [openPostgres(url, noSleep), openPostgres(url, noSleep)]
    let inside = 0
    let most = 0
    const work = async () => {
      inside += 1
      most = Math.max(most, inside)
      await databases[0]?.query('select pg_sleep(0.05)')
      inside -= 1
    }
    await Promise.all(databases.map((database) => database.alone(work)))
    await Promise.all(databases.map((database) => database.alone(work)))
    expect(most).toBe(1)
    await Promise.all(databases.map((database) => database.close()))
  })

  test.each([
    ['nobody listens', 'postgres://postgres@127.0.0.1:1/nowhere'],
    ['there is no such database', () => url.replace(/\/[^/]*$/, '/no_such_database')],
  ])('%s: a typed error', async (_, where) => {
    const database = openPostgres(typeof where === 'string' ? where : where(), noSleep)
    await expect(database.query('select 1')).rejects.toBeInstanceOf(DatabaseError)
    await expect(database.transaction((inside) => inside.query('select 1'))).rejects.toMatchObject({
      code: 'sandbox.database.unreachable',
    })
    await database.close()
  })
})

describe('createSandbox on a server', () => {
  test('two that start at once on an empty database share tables, keys and passwords', async () => {
    const fresh = await freshOnServer(server)
    const start = () => createSandbox({ database: { url: fresh.url }, at: morning })
    const [first, second] = await Promise.all([start(), start()])
    expect(second.accounts).toEqual(first.accounts)
    expect(second.authority.facilityKeys).toEqual(first.authority.facilityKeys)
    const token = await logIn(first, 'staff.01234')
    const list = '/v1/records?facility=01234&date=2022-05-20'
    expect((await ask(second, 'GET', list, { token })).status).toBe(200)
    await Promise.all([first.close(), second.close()])
    await fresh.drop()
  }, 60_000)

  test('a server that is away at the start is said so, by code', async () => {
    const database = { url: 'postgres://postgres@127.0.0.1:1/nowhere' }
    await expect(createSandbox({ database })).rejects.toMatchObject({
      code: 'sandbox.database.unreachable',
    })
  })

  test('a server that goes away is a problem that may be tried again, and then all is well', async () => {
    const gate = await openGate()
    const sandbox = await createSandbox({ database: { url: gate.url }, at: morning })
    const account = sandbox.accounts.find(({ name }) => name === 'ministry')
    const body = { account: 'ministry', password: account?.password }
    const headers = { 'idempotency-key': 'the-same-key' }
    const enter = () => ask(sandbox, 'POST', '/v1/sessions', { body, headers })
    expect((await ask(sandbox, 'GET', '/v1/facilities')).status).toBe(200)
    await gate.shut()
    const away = await enter()
    expect([away.status, away.body['code']]).toEqual([503, 'platform.unavailable'])
    expect(away.headers.get('retry-after')).toBe('1')
    expect(away.headers.get('content-type')).toContain('application/problem+json')
    expect((await ask(sandbox, 'GET', '/v1/facilities')).status).toBe(503)
    await gate.open()
    expect((await enter()).status).toBe(202)
    await sandbox.close()
    await gate.shut()
  }, 60_000)

  test('a connection that breaks inside a transaction leaves nothing of it', async () => {
    const gate = await openGate()
    const database = openPostgres(gate.url, noSleep)
    await database.query('create table half (id int)')
    const broken = database.transaction(async (inside) => {
      await inside.query('insert into half values (1)')
      await gate.shut()
      await inside.query('insert into half values (2)')
    })
    await expect(broken).rejects.toMatchObject({ code: 'sandbox.database.unreachable' })
    await gate.open()
    expect(await database.query('select id from half')).toEqual([])
    await database.close()
    await gate.shut()
  })
})
